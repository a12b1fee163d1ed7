"""The stub packages against the libraries that they describe."""
