# One line a target: `make help`. Every target installs what it needs, once.
YEAR ?= all
PROVINCE ?= named
LANGS ?= all
# The system's own Python comes first: a distribution builds it with profile-guided optimisation, and
# with one that pyenv builds as it comes everything here takes a sixth longer.
PYTHON ?= $(or $(shell /usr/bin/python3 -c "import ensurepip, sys; print(sys.executable if sys.version_info >= (3, 11) else '')" 2>/dev/null),python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
CHECKER := $(VENV)/vnu.jar
CHECKER_VERSION := 26.9.27
CHECKER_SHA256 := 22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47
# A Python that may not keep what it has compiled compiles all of it again in every process.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: help briefing test lab check lint bench pythons lock sbom audit clean

help:  ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

briefing: $(INSTALLED)  ## Make the briefings that are not up to date (YEAR=all PROVINCE=named LANGS=all, PDF=1 for paper)
	$(BIN)/briefing batch --year $(YEAR) --provinces $(PROVINCE) --lang $(LANGS) $(PDF:%=--pdf)

test: $(INSTALLED) $(CHECKER)  ## Run the tests
	$(BIN)/python -m pytest

lab: $(INSTALLED)  ## Open JupyterLab on the project
	$(BIN)/briefing lab

check: $(INSTALLED)  ## Validate the data
	$(BIN)/briefing check

lint: $(INSTALLED)  ## Check style, format, types and the direction of imports
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-logo

bench: $(INSTALLED)  ## Print what the commands cost (RUNS=3), and how that grows with the number of units
	$(BIN)/python -m tests.bench.table --runs $(or $(RUNS),3)
	$(BIN)/python -m tests.bench.growth

# Each has its own .venv-3.x, from the same pinned files; how this one is installed is left alone.
pythons: $(INSTALLED)  ## Build a published page with each other Python from 3.11 on that is there, and compare it
	$(BIN)/python -m pip install --quiet uv
	@own=$$($(BIN)/python -c 'import sys; print("3.%d" % sys.version_info.minor)'); found=; \
	for version in 3.11 3.12 3.13 3.14; do \
		python=$$(command -v python$$version) && $$python -c '' 2>/dev/null && [ $$version != $$own ] || continue; \
		found="$$found $$version"; place=.venv-$$version; \
		$(BIN)/uv venv --quiet --allow-existing --python $$python $$place && \
		$(BIN)/uv pip install --quiet --python $$place/bin/python --require-hashes --requirement requirements.lock && \
		$(BIN)/uv pip install --quiet --python $$place/bin/python --no-deps --editable . && \
		$$place/bin/briefing build --year 2021 --lang vi --out $$place/reports >/dev/null && \
		cmp $$place/reports/2021/bac-giang.vi.html reports/2021/bac-giang.vi.html || exit 1; \
		echo "Python $$version: the same bytes"; \
	done; [ -n "$$found" ] || echo "no other Python than $$own is there"

lock: $(INSTALLED)  ## Pin every dependency again
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --quiet --upgrade --all-extras --universal --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --output-file requirements.lock

sbom: $(INSTALLED)  ## Write what is installed, with versions and licences, as CycloneDX (SBOM=sbom.json)
	$(BIN)/cyclonedx-py environment $(BIN)/python --pyproject pyproject.toml --output-reproducible $(VALIDATE) --output-file $(or $(SBOM),sbom.json)

audit: $(INSTALLED)  ## Look the pinned packages up among known vulnerabilities (needs the network)
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --requirement requirements.lock

clean:  ## Remove what the commands made, except the published briefings
	@git config --remove-section filter.nbstripout 2>/dev/null || true
	rm -rf $(VENV) $(VENV)-3.* reports/*/executed .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): pyproject.toml requirements.lock src/helpers/exploring/overrides.json
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=...')"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing $$(grep -c '^[a-z].*==' requirements.lock) Python packages into $(VENV): a few minutes the first time"
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	$(BIN)/briefing lab --set-up
	touch $@

# The Nu Html Checker. Where it cannot be had, the tests that need it are skipped and say so.
$(CHECKER): Makefile | $(INSTALLED)
	@if ! { command -v java && command -v npm; } >/dev/null; then \
		echo "The pages' HTML is not checked: it takes java and npm (apt-get install default-jre-headless npm)" >&2; \
	elif ! (cd $(VENV) && npm pack --silent vnu-jar@$(CHECKER_VERSION) >/dev/null 2>&1); then \
		echo "The pages' HTML is not checked: npm cannot fetch vnu-jar $(CHECKER_VERSION)" >&2; \
	else \
		tar -xzOf $(VENV)/vnu-jar-$(CHECKER_VERSION).tgz package/build/dist/vnu.jar > $@.new && \
		rm $(VENV)/vnu-jar-$(CHECKER_VERSION).tgz && \
		$(BIN)/python -c "import hashlib, sys; sys.exit(hashlib.file_digest(open('$@.new', 'rb'), 'sha256').hexdigest() != '$(CHECKER_SHA256)' and '$@.new is not the file that the Makefile names')" && \
		mv $@.new $@; \
	fi
