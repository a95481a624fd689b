"""What a record is made of: every field declared once, with label, check and example."""
