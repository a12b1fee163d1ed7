"""``orm-typing uncast``: pages of cases, the command around them, and whole applications."""
