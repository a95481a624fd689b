"""The shapes of the guidance's data files: one module for one file, with what must hold in it."""

# Annotations of rows stand as they are, not as text: msgspec would evaluate each at every start.
