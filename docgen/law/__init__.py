"""What binds the whole country, as data and its reader: acts, eras, bodies, signing, numbering."""
