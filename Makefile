# Every target works from a fresh clone on Debian 12; packaging/prepare.sh finds a Python and what else is missing.
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: help demo test check bench run translations clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile

demo: ## open the program on the built-in simulator (without a display: write demo.png)
	@sh packaging/prepare.sh run
	@sh packaging/demo.sh

run: ## open the program
	@sh packaging/prepare.sh run
	@$(PY) -m supervisor_gui

check: ## lint, types, borders, translations and the project's own rules
	@sh packaging/prepare.sh dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy supervisor_gui
	$(VENV)/bin/lint-imports
	$(PY) packaging/checks.py

test: check ## everything that must be true, about a quarter of an hour on two cores
	$(VENV)/bin/coverage erase
	$(VENV)/bin/coverage run -m pytest
	$(VENV)/bin/coverage combine --quiet
	$(PY) packaging/coverage_floor.py

bench: ## speed figures beside their baselines, also as bench.json
	@sh packaging/prepare.sh dev
	$(PY) -m tests.benchmarks

translations: ## bring the .ts files up to the sources and build the .qm files
	@sh packaging/prepare.sh dev
	$(PY) packaging/translations.py update

clean: ## remove what make made
	rm -rf $(VENV) build dist demo.png bench.json .coverage .coverage.*
