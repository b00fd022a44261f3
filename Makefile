# Every target works from a fresh clone on Debian 12; packaging/prepare.sh finds a Python and what else is missing.
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: help demo test check bench run translations bundle deb smoke release lock lowest guide clean

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
	$(VENV)/bin/mypy supervisor_gui --platform win32 --no-warn-unreachable --cache-dir .mypy_cache/win32
	$(VENV)/bin/mypy supervisor_gui --platform darwin --no-warn-unreachable --cache-dir .mypy_cache/darwin
	$(VENV)/bin/lint-imports
	$(PY) packaging/checks.py
	$(PY) packaging/icons.py --check

test: check ## everything that must be true, about twenty minutes on two cores
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

bundle: ## the frozen program in dist/netsantral-supervisor, tried by its smoke test
	@sh packaging/prepare.sh bundle
	$(PY) packaging/bundle/make_bundle.py
	$(PY) packaging/bundle/smoke.py dist/netsantral-supervisor/supervisor-gui

deb: ## dist/netsantral-supervisor_VERSION_amd64.deb out of the bundle, tried by its smoke test
	@sh packaging/prepare.sh bundle
	@test -x dist/netsantral-supervisor/supervisor-gui || $(PY) packaging/bundle/make_bundle.py
	$(PY) packaging/linux/make_deb.py
	sh packaging/linux/check_deb.sh

smoke: ## start the frozen program and look whether everything works
	@sh packaging/prepare.sh bundle
	$(PY) packaging/bundle/smoke.py dist/netsantral-supervisor/supervisor-gui

release: bundle deb ## dist/release: everything that Linux can build, with check sums, licences and the list of parts
	$(PY) packaging/release/make_release.py

lock: ## the versions that a bundle is made of, out of pyproject.toml
	@sh packaging/prepare.sh dev
	$(PY) packaging/release/lock.py

lowest: ## the tests that matter with the lowest versions that pyproject.toml names
	@sh packaging/prepare.sh dev
	$(PY) packaging/release/lower_bounds.py

guide: ## the pictures of the user guide and of README
	@sh packaging/prepare.sh dev
	$(PY) packaging/guide_keys.py
	$(PY) packaging/guide_pictures.py

clean: ## remove what make made
	rm -rf $(VENV) build dist demo.png bench.json .coverage .coverage.*
