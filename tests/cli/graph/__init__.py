"""``orm-typing graph``: the picture, its formats, and the page in a browser."""
