"""Works and the copies of them."""
