"""Measures how often a reader of pages cries wolf, and how often it sleeps.

Pages are changed in their DOM: around the article (noise, of which nothing should be seen), or in
it (edits, each of which should be seen).
"""
