"""What the returns say taken together: figures with their unit and base, never a bare number."""
