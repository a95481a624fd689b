"""What we are told about a model, made trustworthy: its schema, its loading, questions to it."""
