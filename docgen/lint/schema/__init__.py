"""The shapes of the data files of the rules of form."""
