"""What rules read off a paper: letters, forms, places, words, numbers, pages."""
