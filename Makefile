# `make` alone lists what there is. Python: python3, or a newer one found on the PATH; PYTHON= names it.
PYTHON ?= $(or $(firstword $(foreach name,python3 python3.14 python3.13 python3.12,$(shell command -v $(name)))),python3)
RUN = $(PYTHON) demo/environment.py requirements.txt
RUN_DEV = $(PYTHON) demo/environment.py requirements-dev.txt

# What `manage.py check --deploy` and mypy's plugin read: settings as on a real server.
PRODUCTION = DEBUG=0 HTTPS=1 ALLOWED_HOSTS=reviews.example SECRET_KEY=for-this-check-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABC
COMPILE = var/pip-tools/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help demo test lint fix bench intake-report screenshots requirements clean

help:  ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

demo:  ## Run the site with example data at http://127.0.0.1:8000/ (PORT=8000)
	@exec $(RUN) -m demo

test:  ## Run all tests (ARGS="tests/reviews -k facets" runs some)
	@exec $(RUN_DEV) -m pytest $(ARGS)

lint:  ## Check Python, types, templates, migrations and deployment settings
	@$(RUN_DEV) -m ruff check .
	@$(RUN_DEV) -m ruff format --check .
	@$(RUN_DEV) -m mypy .
	@$(RUN_DEV) -m djlint --lint templates
	@$(PRODUCTION) $(RUN_DEV) manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(RUN_DEV) manage.py check --deploy --fail-level WARNING

fix:  ## Correct and format Python
	@$(RUN_DEV) -m ruff check --fix .
	@$(RUN_DEV) -m ruff format .

bench:  ## Measure the site (ARGS= is handed on)
	@exec $(RUN_DEV) -m bench $(ARGS)

intake-report:  ## Read the sample lists and report right, wrong, missed and wrong without a warning
	@exec $(RUN_DEV) -m tests.intake_report $(ARGS)

screenshots:  ## Make the screenshots of the README
	@exec $(RUN_DEV) -m screenshots $(ARGS)

# Compiled by the oldest Python we support: a newer one would leave out what only that one needs.
requirements:  ## Compile the pinned requirements from pyproject.toml (ARGS=--upgrade)
	@PYENV_VERSION=3.12 python3.12 -m venv var/pip-tools
	@var/pip-tools/bin/pip install --quiet --disable-pip-version-check pip-tools
	@CUSTOM_COMPILE_COMMAND="make requirements" $(COMPILE) $(ARGS) -o requirements.txt pyproject.toml
	@CUSTOM_COMPILE_COMMAND="make requirements" $(COMPILE) $(ARGS) -c requirements.txt --extra dev \
		-o requirements-dev.txt pyproject.toml

clean:  ## Remove .venv, all data of the demonstration and what tools have left
	@rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
