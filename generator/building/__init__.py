"""Building the site: one build at a time, beside the last good site, put in its place at once."""
