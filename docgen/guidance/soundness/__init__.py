"""What must hold in the guidance's data files beyond their shapes: names that exist."""
