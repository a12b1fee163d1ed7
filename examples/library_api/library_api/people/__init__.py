"""Branches, their staff, and who borrows there."""
