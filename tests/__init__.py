"""The tests of orm-typing; `make test` runs them."""
