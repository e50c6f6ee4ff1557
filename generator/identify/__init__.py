"""What points to a child in a text: names, numbers, dates and places; it knows no pages."""
