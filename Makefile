# make run    set up and start: Telegram if TELEGRAM_TOKEN is in .env, else a chat over the sample library
# make test   set up and run the whole test suite
# make check  what CI runs: style, types and tests
# make bench  speed of answers, search, annotation, ingest, digests and Telegram (ARGS and TELEGRAM_ARGS: see tests/*bench.py)

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check bench clean

run: .venv/installed
	@$(BIN)/whosaid start

test: .venv/installed-dev
	@$(BIN)/pytest -n auto --dist worksteal

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist worksteal

bench: .venv/installed-dev
	@$(BIN)/python -m tests.bench $(ARGS)
	@$(BIN)/python -m tests.telegram_bench $(TELEGRAM_ARGS)

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Whosaid needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	@echo "Installing Whosaid into .venv; the first time this takes a minute or two." >&2
	@$(PIP) --editable . && touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml
	@echo "Installing Whosaid and its test tools into .venv." >&2
	@$(PIP) --editable '.[dev]' && touch $@ .venv/installed

clean:
	rm -rf .venv .whosaid .pytest_cache .mypy_cache .ruff_cache
