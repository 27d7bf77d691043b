"""What our pages cost a server: `python -m benchmarks.pages`."""
