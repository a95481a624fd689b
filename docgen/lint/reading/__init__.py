"""A Word file as a reader sees it: paragraphs in order, where they stand, how they really look."""
