"""A bookstore, typed as well as SQLiter's own types allow."""
