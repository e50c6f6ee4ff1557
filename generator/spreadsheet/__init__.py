"""Files with tables as rows of text: spreadsheets and CSV, untrusted, with limits."""
