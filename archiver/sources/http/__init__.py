"""Articles from the web: one polite look at an address, recorded whatever it finds."""
