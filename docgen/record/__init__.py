"""What we are told about a model, made trustworthy: the model, its loading, its checking."""
