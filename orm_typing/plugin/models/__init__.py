"""What a class body declares, and what it puts on the class and on others."""
