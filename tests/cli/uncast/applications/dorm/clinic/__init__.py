"""An animal clinic, typed as well as djanorm's own types allow."""
