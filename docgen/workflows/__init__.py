"""The commands as stories: read, decide what is due, fill, print, bind, keep; one call a line."""
