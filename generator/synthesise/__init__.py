"""A tree of made-up audits, as many as are wanted: to measure on and to try things out."""
