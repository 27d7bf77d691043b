"""Archive article versions, and show word by word what changed between them."""

__version__ = "0.1.0"
