"""What the library accepts and few write: sync fields on async models, plain models, odd types."""
