"""The rules of form: rows of data, what they read off a paper, how they judge it."""
