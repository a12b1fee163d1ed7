"""Every public method of djanorm's querysets and managers, with the type of what it gives."""
