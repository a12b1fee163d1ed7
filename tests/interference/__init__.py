"""A project that uses none of the ORMs must not notice that the plugin is there."""
