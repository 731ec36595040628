# The verbs of the project. `make run` and `make test` need Python 3.11 or newer and nothing else.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BENCH := .venv-bench
PY := $(VENV)/bin/python
export PYTHONPATH := $(CURDIR)
export UV_PYTHON_DOWNLOADS := never

.PHONY: help
help: ## list the verbs
	@grep -hE '^[a-z0-9_-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

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
run: setup ## start everything, submit the examples, print what was found, and serve until Ctrl-C
	@exec $(PY) -m dev.run

.PHONY: stop
stop: setup ## end what `make run` serves from here, or has left
	@exec $(PY) -m dev.stop

.PHONY: receiver
receiver: setup ## print the webhooks that arrive, each verified (ARGS="--key … --payload full")
	@exec $(PY) -m dev.receiver $(ARGS)

.PHONY: test
test: check ## lint, types, import rules and all tests
	@$(PY) -m pytest -q

.PHONY: unit
unit: setup ## the unit tests alone: under a minute, without Redis
	@$(PY) -m pytest -q tests/unit

.PHONY: coverage
coverage: setup ## which lines the unit and integration tests run (ARGS="tests/unit" for some of them)
	@rm -f .coverage .coverage.*
	@$(VENV)/bin/coverage run -m pytest -q $(or $(ARGS),tests/unit tests/integration)
	@$(VENV)/bin/coverage combine --quiet
	@$(VENV)/bin/coverage report

.PHONY: hooks
hooks: setup ## check every commit and push (git hooks, by pre-commit)
	@$(VENV)/bin/pre-commit install

.PHONY: check
check: setup ## lint, formatting, types and import rules
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/ruff format --quiet --check .
	@$(VENV)/bin/mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-logo >.import-linter.log 2>&1 || { cat .import-linter.log; exit 1; }
	@rm -f .import-linter.log

.PHONY: format
format: setup ## format the code
	@$(VENV)/bin/ruff format --quiet .
	@$(VENV)/bin/ruff check --quiet --fix .

.PHONY: openapi
openapi: setup ## write openapi.yaml from the schemas
	@$(PY) -m service

.PHONY: docs
docs: setup ## write docs/settings.md from the settings
	@$(PY) -m dev.settings_page

$(BENCH)/.ready: uv.lock pyproject.toml
	@echo "Setting up $(BENCH) with what is compared with (once)"
	@UV_PROJECT_ENVIRONMENT=$(BENCH) UV_PYTHON="$(abspath $(PY))" "$$(command -v uv || echo .run/bootstrap/bin/uv)" \
	  sync --quiet --frozen --no-default-groups --group dev --group bench
	@touch $@

.PHONY: bench
bench: setup $(BENCH)/.ready ## measure speed, size and throughput beside other libraries (DATA=folder for scores)
	@OMP_NUM_THREADS=1 $(BENCH)/bin/python -m benchmarks $(DATA)

.PHONY: evaluate
evaluate: setup ## measure the quality of every analysis on labelled articles (DATA=folder)
	@test -n "$(DATA)" || { echo "Name a folder of labelled articles: make evaluate DATA=folder" >&2; exit 2; }
	@OMP_NUM_THREADS=1 $(PY) -m evaluation.quality $(DATA)

.PHONY: judges
judges: setup ## let strangers judge the contract, and whether the running service keeps it
	@$(PY) -m dev.judges

.PHONY: pictures
pictures: setup ## take the pictures of the playground anew (needs chromium)
	@$(PY) -m dev.pictures

.PHONY: chaos
chaos: setup ## break everything on purpose under load and count what is lost (some minutes)
	@$(PY) -m benchmarks.chaos

.PHONY: webhook-chaos
webhook-chaos: setup ## kill senders of webhooks, let receivers hang, and count what is lost (some minutes)
	@$(PY) -m benchmarks.chaos.webhooks >docs/measurements/webhooks.md

.PHONY: e2e
e2e: setup ## the containers for real: killed, restarted, and what became of every article (needs docker)
	@PYTHON=$(abspath $(PY)) deploy/e2e.sh

.PHONY: load
load: setup ## measure accepting, reading and analysing, and three times too much load (some minutes)
	@$(PY) -m benchmarks.load $(ARGS)

.PHONY: soak
soak: setup ## half an hour of steady load, to see whether anything grows (ARGS="--minutes 10")
	@$(PY) -m benchmarks.load.soak $(ARGS)

.PHONY: fuzz
fuzz: setup ## throw hostile text, JSON and HTML at the product, and new examples at its properties (SECONDS_EACH=60)
	@NUTGRAF_FUZZ_SECONDS=$(or $(SECONDS_EACH),60) $(PY) -m pytest -q tests/fuzz
	@$(PY) -m pytest -q --hypothesis-profile=new -m hypothesis tests/unit tests/integration

.PHONY: sbom
sbom: setup ## write what the image is made of to .run/sbom.cdx.json (CycloneDX)
	@mkdir -p .run
	@PATH="$(CURDIR)/.run/bootstrap/bin:$$PATH" uv export --quiet --frozen --no-dev --no-emit-project \
	  --preview-features sbom-export --format cyclonedx1.5 --output-file .run/sbom.cdx.json >/dev/null

.PHONY: dashboard-picture
dashboard-picture: setup $(BENCH)/.ready ## draw the dashboard with real data (needs prometheus on the PATH)
	@OMP_NUM_THREADS=1 $(BENCH)/bin/python -m benchmarks.report.dashboard_picture $(ARGS)

.PHONY: dashboard
dashboard: setup ## write the Grafana dashboard from its table of panels
	@$(PY) -m deploy.observability.dashboard

.PHONY: clean
clean: ## remove what can be made again
	@rm -rf $(VENV) $(BENCH) .venv-training .run .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache \
	  .coverage .coverage.*
