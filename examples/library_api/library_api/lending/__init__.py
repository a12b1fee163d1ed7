"""Loans, reservations and fines."""
