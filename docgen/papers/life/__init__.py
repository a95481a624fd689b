"""What the papers about one section of a model's later life say, a file a section."""
