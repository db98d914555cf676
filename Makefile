# Two commands are enough: `make run` and `make test`. `make` lists the others.

PYTHON ?= python3
COUNTRY ?= dk
PORT ?= 8050

BIN := .venv/bin
UV := .tools/bin/uv --system-certs
INSTALLED := .venv/installed
BUILT := dashboard/assets/built
DEMO := data/build/demo-$(COUNTRY)
INVENTED := data/deliveries/demo-dk
# Two deliveries of invented people in Denmark, a month apart; elsewhere a few invented figures.
DELIVERIES := $(if $(filter dk,$(COUNTRY)),$(INVENTED)/1 $(INVENTED)/2,data/miniatures/$(COUNTRY))
COUNTRIES := dk $(notdir $(wildcard data/miniatures/*))
CHECKS := ruff-check ruff-format mypy lint-imports sqlfluff
# A test whose turn it is goes to the core that is free; until then, neighbours share what they build.
PYTEST := $(BIN)/pytest --numprocesses auto --dist worksteal
# What Python compiles it keeps beside the libraries: most of a command's start would go into compiling them again.
unexport PYTHONDONTWRITEBYTECODE
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run quick check test bench lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(INSTALLED) frontend ## Install everything the other commands need (they do it themselves)

run: known-country setup free-port $(DEMO)/built ## Build a portal from an invented country and serve it (COUNTRY=dk or no, PORT=8050)
	$(BIN)/openindsats serve --country $(COUNTRY) --home $(DEMO) --port $(PORT)

# Asked before all that takes its time.
.PHONY: known-country free-port
known-country:
	$(if $(filter $(COUNTRY),$(COUNTRIES)),@:,@echo "There is nothing to show of a country '$(COUNTRY)': COUNTRY is one of $(sort $(COUNTRIES))"; exit 1)
free-port: $(INSTALLED)
	@$(BIN)/python -c 'import socket, sys; sys.exit(not socket.socket().connect_ex(("127.0.0.1", $(PORT))))' || { \
		echo 'Something listens on port $(PORT) already. Choose another one: make run PORT=8051'; exit 1; }

# Built anew, from the deliveries on, whenever something that makes it has changed.
$(DEMO)/built: $(INSTALLED) $(addsuffix /manifest.yml,$(DELIVERIES)) $(shell find etl warehouse indicators data/countries data/reference -name '*.pyc' -prune -o -type f -print)
	rm -rf $(DEMO)
	$(foreach deliveries,$(DELIVERIES),$(BIN)/openindsats build --deliveries $(deliveries) --country $(COUNTRY) --home $(DEMO) &&) touch $@

$(INVENTED)/1/manifest.yml: $(INVENTED)/2/manifest.yml
$(INVENTED)/2/manifest.yml: $(INSTALLED) $(shell find etl/synthetic data/demo -name '*.pyc' -prune -o -type f -print)
	rm -rf $(INVENTED)
	$(BIN)/openindsats demo --country dk --out $(INVENTED)

quick: $(INSTALLED) ## Linter and fast tests, under a minute, no browser
	$(BIN)/ruff check .
	$(PYTEST) -m "not browser and not slow"

check: $(INSTALLED) ## Linters, types, import contracts, SQL style: all run, all faults shown
	@$(MAKE) --no-print-directory --keep-going --jobs --output-sync=target $(CHECKS)

.PHONY: $(CHECKS)
ruff-check:
	$(BIN)/ruff check .
ruff-format:
	$(BIN)/ruff format --check .
mypy:
	$(BIN)/mypy
lint-imports:
	$(BIN)/lint-imports
sqlfluff:
	$(BIN)/sqlfluff lint --disable-progress-bar --processes 0 etl warehouse indicators benchmarks

test: setup check ## Everything: the checks, then all tests
	$(PYTEST)

bench: setup ## Measure speed, memory and page weight, and print the tables
	@for benchmark in benchmarks/[!_]*.py; do $(BIN)/python -m benchmarks.$$(basename $$benchmark .py) || exit 1; done

lock: .tools/installed ## Choose the newest allowed versions of all libraries anew
	$(COMPILE) --upgrade requirements-uv.in --output-file requirements-uv.lock
	$(COMPILE) --upgrade pyproject.toml --output-file requirements.lock
	$(COMPILE) --upgrade pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## Remove all that can be made again (your data in data/build stays)
	rm -rf .venv .tools .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache *.egg-info
	rm -rf frontend/node_modules frontend/built $(BUILT)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The installer lives apart, so that installing exactly what the lock names never removes it.
.tools/installed: requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'openindsats needs Python 3.11 or newer as "$(PYTHON)". Name another one: make PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -m venv --clear .tools || { \
		echo 'Python cannot make a virtual environment: install its venv module (Debian: apt-get install python3-venv).'; exit 1; }
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-uv.lock
	@touch $@

$(INSTALLED): .tools/installed requirements-dev.lock pyproject.toml
	@$(UV) venv --quiet --allow-existing --python .tools/bin/python .venv
	@$(UV) pip sync --quiet --python .venv --require-hashes requirements-dev.lock
	@$(UV) pip install --quiet --python .venv --offline --no-deps --no-build-isolation --editable .
	@touch $@

# Node is optional: without it pages use plotly's own, larger bundle and the system's fonts.
.PHONY: frontend
frontend:
	@if command -v npm >/dev/null && ! $(MAKE) --silent $(BUILT)/made >/dev/null 2>&1; then \
		echo "Pages will use plotly's full bundle and the system's fonts; why: cd frontend && npm ci && node build.mjs"; fi

$(BUILT)/made: $(wildcard frontend/*.*) frontend/.npmrc
	cd frontend && npm ci --no-audit --no-fund && node build.mjs
	rm -rf $(BUILT)
	mkdir -p $(dir $(BUILT))
	mv frontend/built $(BUILT)
	touch $@
