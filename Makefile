# Verbs of the project. `make run` and `make test` need Python 3.11 or newer and nothing else.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BENCH := .venv-bench
PY := $(VENV)/bin/python
export PYTHONPATH := $(CURDIR)
export UV_PYTHON_DOWNLOADS := never

.PHONY: help
help: ## list the verbs
	@grep -hE '^[a-z0-9_-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{printf "  make %-18s %s\n", $$1, $$2}'

$(VENV)/.ready: uv.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python 3.11 or newer is needed: '$(PYTHON)' was not found." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: '$(PYTHON)' is $$($(PYTHON) -V 2>&1)." >&2; exit 1; }
	@echo "Setting up $(VENV) (once)"
	@if command -v uv >/dev/null 2>&1; then \
	  UV_PYTHON="$$(command -v $(PYTHON))" uv sync --quiet --frozen; \
	else \
	  $(PYTHON) -m venv .run/bootstrap || { echo "Python's venv module is missing: install python3-venv, or uv." >&2; exit 1; }; \
	  .run/bootstrap/bin/python -m pip install --quiet --disable-pip-version-check uv && \
	  UV_PYTHON="$$(command -v $(PYTHON))" .run/bootstrap/bin/uv sync --quiet --frozen; \
	fi
	@touch $@

.PHONY: setup
setup: $(VENV)/.ready ## make .venv with the locked packages

.PHONY: run
run: setup ## start everything, analyse the examples, print the results, and serve until Ctrl-C
	@exec $(PY) -m dev.run

.PHONY: stop
stop: setup ## end what `make run` serves from here, or has left
	@exec $(PY) -m dev.stop

.PHONY: receiver
receiver: setup ## receive webhooks, verify and print them (ARGS="--key … --payload full")
	@exec $(PY) -m dev.receiver $(ARGS)

.PHONY: test
test: check ## run the checks and all tests (some minutes)
	@$(PY) -m pytest -q

.PHONY: unit
unit: setup ## run the unit tests alone, without Redis (under a minute)
	@$(PY) -m pytest -q tests/unit

.PHONY: coverage
coverage: setup ## list the lines that unit and integration tests do not run (ARGS="tests/unit" for some tests)
	@rm -f .coverage .coverage.*
	@$(VENV)/bin/coverage run -m pytest -q $(or $(ARGS),tests/unit tests/integration)
	@$(VENV)/bin/coverage combine --quiet
	@$(VENV)/bin/coverage report

.PHONY: hooks
hooks: setup ## install git hooks that check every commit and push
	@$(VENV)/bin/pre-commit install

.PHONY: check
check: setup ## check lint, formatting, types and import rules
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/ruff format --quiet --check .
	@$(VENV)/bin/mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-logo >.import-linter.log 2>&1 || { cat .import-linter.log; exit 1; }
	@rm -f .import-linter.log

.PHONY: format
format: setup ## format the code and fix what ruff can fix
	@$(VENV)/bin/ruff format --quiet .
	@$(VENV)/bin/ruff check --quiet --fix .

.PHONY: openapi
openapi: setup ## write openapi.yaml from the schemas
	@$(PY) -m service

.PHONY: docs
docs: setup ## write docs/settings.md from the settings
	@$(PY) -m dev.settings_page

$(BENCH)/.ready: uv.lock pyproject.toml
	@echo "Setting up $(BENCH) with the libraries to compare with (once)"
	@UV_PROJECT_ENVIRONMENT=$(BENCH) UV_PYTHON="$(abspath $(PY))" "$$(command -v uv || echo .run/bootstrap/bin/uv)" \
	  sync --quiet --frozen --no-default-groups --group dev --group bench
	@touch $@

.PHONY: bench
bench: setup $(BENCH)/.ready ## measure speed, size and throughput beside other libraries (DATA=folder for quality scores)
	@OMP_NUM_THREADS=1 $(BENCH)/bin/python -m benchmarks $(DATA)

.PHONY: evaluate
evaluate: setup ## score what stories claim, and every analysis on labelled articles (DATA=folder)
	@OMP_NUM_THREADS=1 $(PY) -m evaluation.quality $(DATA)

.PHONY: judges
judges: setup ## run third-party OpenAPI linters and schemathesis against the service
	@$(PY) -m dev.judges

.PHONY: pictures
pictures: setup ## take screenshots of the playground for the docs (needs chromium)
	@$(PY) -m dev.pictures

.PHONY: chaos
chaos: setup ## inject faults under load and count lost articles (some minutes)
	@$(PY) -m benchmarks.chaos

.PHONY: webhook-chaos
webhook-chaos: setup ## kill webhook workers, let receivers hang, and count lost deliveries (some minutes)
	@$(PY) -m benchmarks.chaos.webhooks >docs/measurements/webhooks.md

.PHONY: e2e
e2e: setup ## run the containers, kill and restart them, and check every article (needs docker)
	@PYTHON=$(abspath $(PY)) deploy/e2e.sh

.PHONY: load
load: setup ## measure throughput and latency, and overload at three times the capacity (some minutes)
	@$(PY) -m benchmarks.load $(ARGS)

.PHONY: soak
soak: setup ## run half an hour of steady load and look for growth (ARGS="--minutes 10")
	@$(PY) -m benchmarks.load.soak $(ARGS)

.PHONY: fuzz
fuzz: setup ## test hostile text, JSON and HTML, and new examples of the properties (SECONDS_EACH=60)
	@NUTGRAF_FUZZ_SECONDS=$(or $(SECONDS_EACH),60) $(PY) -m pytest -q tests/fuzz
	@$(PY) -m pytest -q --hypothesis-profile=new -m hypothesis tests/unit tests/integration

.PHONY: sbom
sbom: setup ## write the image's bill of materials to .run/sbom.cdx.json (CycloneDX)
	@mkdir -p .run
	@PATH="$(CURDIR)/.run/bootstrap/bin:$$PATH" uv export --quiet --frozen --no-dev --no-emit-project \
	  --preview-features sbom-export --format cyclonedx1.5 --output-file .run/sbom.cdx.json >/dev/null

.PHONY: dashboard-picture
dashboard-picture: setup $(BENCH)/.ready ## draw the dashboard with real data (needs prometheus)
	@OMP_NUM_THREADS=1 $(BENCH)/bin/python -m benchmarks.report.dashboard_picture $(ARGS)

.PHONY: dashboard
dashboard: setup ## write the Grafana dashboard from its table of panels
	@$(PY) -m deploy.observability.dashboard

.PHONY: clean
clean: ## remove everything that is generated
	@rm -rf $(VENV) $(BENCH) .venv-training .run .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache \
	  .coverage .coverage.*
