"""The desk: what the commands do, on pages in a browser of this machine."""
