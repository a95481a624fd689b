"""What is printed of WordprocessingML: elements, attributes and values, by subject."""
