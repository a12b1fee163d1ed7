"""What reading a relation gives, by what its query loaded."""
