"""The grammar of figures in prose: from words to what is said of how many, of what, out of what."""
