"""Methods of ranking sentences, one a file; each gives every sentence of a corpus a weight of 0 or more."""
