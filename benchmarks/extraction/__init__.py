"""Measures what readers of pages take for the article, beside each other."""
