"""``orm-typing doctor``: every check with an installation that has the fault, and a healthy one."""
