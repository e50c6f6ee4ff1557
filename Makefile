# GNU make 3.81 and newer. `make site PYTHON=/path/to/python3.12` uses that Python.

UV = 0.13.9
PIP_AUDIT = 2.10.1

.PHONY: help site test serve check bench attack axe fuzz audit schema golden lock clean
# Two targets at once would install into the same .venv.
.NOTPARALLEL:
# Material for MkDocs greets every build with a note on its own future.
export NO_MKDOCS_2_WARNING = 1

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: ## Build the site into build/site; EDITION=public or restricted builds those, beside it
	@sh environment.sh site
	@.venv/bin/audits build $(if $(filter undefined,$(origin EDITION)),,--edition '$(EDITION)')

# Types are checked beside the tests, and what is wrong with them is said last. The tests start the
# program hundreds of times: what Python compiles of it is kept, whatever the surroundings say.
test: ## Check style, types and import floors, then run the tests
	@sh environment.sh test
	@.venv/bin/python -m tests.browser
	@.venv/bin/python -m tests.office
	@.venv/bin/ruff check --quiet
	@.venv/bin/ruff format --check --quiet
	@.venv/bin/lint-imports --no-logo
	@mkdir -p build
	@.venv/bin/mypy >build/types 2>&1 & types=$$!; \
		env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m pytest -n auto --dist worksteal; tests=$$?; \
		wait $$types; types=$$?; cat build/types; \
		[ $$types -eq 0 ] && exit $$tests

serve: ## Show the site while audits/ is being edited
	@sh environment.sh site
	@.venv/bin/mkdocs serve

check: ## Check everything under audits/
	@sh environment.sh site
	@.venv/bin/audits check

bench: ## Measure speed, memory and growth; ONLY=checking,memory for some, MANY=100 for fewer audits
	@sh environment.sh test
	@env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m tests.bench $(if $(ONLY),--only '$(ONLY)') $(if $(MANY),--many $(MANY))

attack: ## Work out from the public pages what small numbers they give away; MANY=10 for fewer
	@sh environment.sh test
	@.venv/bin/python -m tests.disclose.attack $(MANY)

axe: ## Ask axe of every kind of page, light and dark, wide and narrow, with all that opens
	@sh environment.sh test
	@.venv/bin/python -m tests.axe

fuzz: ## Try all hostile cases, and mutate ten thousand trees: is anything lost? MANY=100 for fewer
	@sh environment.sh test
	@.venv/bin/python -m tests.battery
	@.venv/bin/python -m tests.fuzz $(MANY)

audit: ## List what is installed with its licence, and ask whether it has known weaknesses
	@sh environment.sh site
	@.venv/bin/python -m tests.installed
	@rm -rf build/audit
	@$(or $(PYTHON),python3) -m venv build/audit
	@PIP_DISABLE_PIP_VERSION_CHECK=1 build/audit/bin/pip install --quiet pip-audit==$(PIP_AUDIT)
	@build/audit/bin/pip-audit --disable-pip --require-hashes -r requirements-test.txt

schema: ## Write schema/ from the model
	@sh environment.sh site
	@.venv/bin/audits schema

golden: ## Write what the tests expect anew; review the difference
	@sh environment.sh test
	@.venv/bin/python -m pytest --golden

# The tests get the versions that the site gets.
COMPILE = build/lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --annotation-style line \
	--custom-compile-command 'make lock'

lock: ## Renew requirements.txt and requirements-test.txt
	@rm -rf build/lock
	@$(or $(PYTHON),python3) -m venv build/lock
	@PIP_DISABLE_PIP_VERSION_CHECK=1 build/lock/bin/pip install --quiet uv==$(UV)
	@$(COMPILE) --group site --output-file requirements.txt
	@$(COMPILE) --group test --constraints requirements.txt --output-file requirements-test.txt

clean: ## Remove all that make made
	@rm -rf build .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
