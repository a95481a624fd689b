"""A record opened for editing: what is asked, what is typed, saved, undone, pasted."""
