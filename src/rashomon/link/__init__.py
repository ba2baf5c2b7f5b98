"""Records in, what is the same across them out."""
