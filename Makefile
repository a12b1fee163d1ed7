# `make demo` and `make test` need Python 3.10 or newer and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OLDEST_VENV := .venv-oldest
DOTORM_VENV := .venv-dotorm
PYTHONS := 3.10 3.11 3.12 3.13
PYTHONS_TESTS := test-data tests/plugin tests/runtime_truth
SOURCES := pyproject.toml README.md LICENSE $(shell find orm_typing stubs -type f -not -name '*.pyc')
# Two workers for two cores: more only wait for each other.
WORKERS ?= 2
# pytest-mypy-plugins runs the mypy that it finds on the path.
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: demo test test-all lint types test-oldest test-pythons test-dotorm conformance walk bench clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# The package is installed as users install it, from a wheel, so that the checkers find the stubs
# where users have them.
$(VENV)/.dependencies: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check ".[dev]"
	touch $@

$(VENV)/.installed: $(VENV)/.dependencies $(SOURCES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall .
	touch $@

demo: $(VENV)/.installed
	@echo "== What mypy says about examples/bookshop, with the plugin"
	cd examples/bookshop && ../../$(BIN)/python -m mypy bookshop tour.py
	@echo "== The same application, run on SQLite"
	cd examples/bookshop && ../../$(BIN)/python -m bookshop

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed
	$(BIN)/python -m mypy
	$(BIN)/pyright

test: lint types
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal
	$(MAKE) --no-print-directory test-oldest

# As `test`, with every edit script in every mode, and a long random walk.
test-all: export ORM_TYPING_EDIT_SCRIPTS = full
test-all: test walk

# The oldest mypy that pyproject.toml declares, on the cases that reveal types.
test-oldest: $(VENV)/.installed
	test -x $(OLDEST_VENV)/bin/python || $(PYTHON) -m venv $(OLDEST_VENV)
	$(OLDEST_VENV)/bin/python -m pip install --quiet --disable-pip-version-check ".[dev]"
	$(OLDEST_VENV)/bin/python -m pip install --quiet --disable-pip-version-check "mypy==$$($(BIN)/python -c 'from orm_typing.compatibility import OLDEST; print("%d.%d.0" % OLDEST)')"
	PATH="$(CURDIR)/$(OLDEST_VENV)/bin:$$PATH" $(OLDEST_VENV)/bin/python -m pytest -n $(WORKERS) test-data tests/plugin

# What depends on the Python, on each version that the machine has (on the path, or of pyenv), one
# after the other.
test-pythons:
	@ran=; failed=; \
	for version in $(PYTHONS); do \
		python=; \
		for found in python$$version "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/$$version.*/bin/python; do \
			if "$$found" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$$version')" 2>/dev/null; then python=$$found; break; fi; \
		done; \
		if [ -z "$$python" ]; then echo "== Python $$version: not on this machine"; continue; fi; \
		echo "== Python $$version"; \
		if [ $$version = 3.10 ]; then echo "without djanorm's tests: the library needs Python 3.11"; fi; \
		ran="$$ran $$version"; place="$(CURDIR)/.venv-$$version"; \
		{ test -x "$$place/bin/python" || "$$python" -m venv "$$place"; } \
			&& "$$place/bin/python" -m pip install --quiet --disable-pip-version-check ".[dev]" \
			&& PATH="$$place/bin:$$PATH" "$$place/bin/python" -m pytest -n $(WORKERS) -rs $(PYTHONS_TESTS) \
			|| failed="$$failed $$version"; \
	done; \
	echo "== ran on:$${ran:- none}; failed on:$${failed:- none}"; \
	test -n "$$ran" -a -z "$$failed"

# DotORM's stubs and description, against a checkout of it and a PostgreSQL: `DOTORM_CHECKOUT` and
# `DOTORM_DATABASE`. It needs Python 3.12.
test-dotorm:
	test -x $(DOTORM_VENV)/bin/python || $(PYTHON) -m venv $(DOTORM_VENV)
	$(DOTORM_VENV)/bin/python -m pip install --quiet --disable-pip-version-check ".[dev]" pydantic-settings asyncpg
	PATH="$(CURDIR)/$(DOTORM_VENV)/bin:$$PATH" $(DOTORM_VENV)/bin/python -m pytest tests/stubs/test_dotorm.py tests/runtime_truth/dotorm

# docs/conformance.md and the pages below it, from what all checkers say.
conformance: $(VENV)/.installed
	$(BIN)/python -m tests.checkers.conformance --write

walk: $(VENV)/.installed
	$(BIN)/python -m tests.edit_scripts.walk

bench: $(VENV)/.installed
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) $(OLDEST_VENV) $(DOTORM_VENV) $(PYTHONS:%=.venv-%) build dist .mypy_cache .pytest_cache .ruff_cache
