"""Two or three versions of one Word file held against each other, and woven into one."""
