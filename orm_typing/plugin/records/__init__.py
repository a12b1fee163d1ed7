"""Models whose annotations say the values of fields, and whose methods take names in lists."""
