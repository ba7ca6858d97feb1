# Two commands do everything on a fresh machine:
#   make serve   build the site, serve it on localhost, print the address
#   make test    every check and every test
# Downloads are cached outside the clone; what is already built is not built again.

.DEFAULT_GOAL := help
STAMPS := build/stamps
PYTHON := .venv/bin/python
PORT ?= 8000

# What was deleted by hand is built again.
MADE := venv:$(PYTHON) node:node_modules/vite runtime:build/runtime/manifest.json \
	site:dist/site/index.html server:optuna_dashboard/public/index.html \
	vscode:vscode-extension/optuna-dashboard.vsix
$(foreach made,$(MADE),$(if $(wildcard $(lastword $(subst :, ,$(made)))),,\
	$(shell rm -f $(STAMPS)/$(firstword $(subst :, ,$(made))))))

CORE := $(shell find optuna_dashboard wasm -name '*.py' 2>/dev/null)
WORKER := $(shell find wasm -type f \( -name '*.ts' -o -name '*.mjs' -o -name '*.json' \) 2>/dev/null)
WEB := $(shell find web -type f -not -path '*/node_modules/*' 2>/dev/null)
EXTENSION := $(shell find vscode-extension -type f -not -regex '.*/\(dist\|tools\|test\|e2e\)/.*' -not -name '*.vsix' 2>/dev/null)

.PHONY: help
help:
	@sed -n '1,4p' Makefile; echo '#   make lint    format, lint and type checks (make fix mends what can be mended)'; \
	echo '#   make package build the Python package, with the pages in it'; \
	echo '#   make vscode  build the extension for VS Code, as vscode-extension/optuna-dashboard.vsix'; \
	echo '#   make bench   measure, and write the table into bench/README.md'

.PHONY: serve
serve: site
	@$(PYTHON) scripts/serve.py dist/site --port $(PORT)

.PHONY: site server vscode runtime venv node
site: $(STAMPS)/site
server: $(STAMPS)/server
vscode: $(STAMPS)/vscode
runtime: $(STAMPS)/runtime
venv: $(STAMPS)/venv
node: $(STAMPS)/node

$(STAMPS)/venv: pyproject.toml
	@scripts/need.sh python3:python3
	@python3 -c 'import ensurepip, venv' 2>/dev/null || scripts/need.sh no-such-command:python3-venv
	test -x $(PYTHON) || python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@mkdir -p $(@D) && touch $@

# Not `npm ci`: it refuses a lock file made where binaries for other systems cannot be seen.
$(STAMPS)/node: package.json package-lock.json
	@scripts/need.sh node:nodejs npm:npm
	@node -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 20 || (+a == 20 && +b >= 19) ? 0 : 1)' \
	    || { echo "Node 20.19 or later is needed, this is $$(node --version)" >&2; exit 1; }
	npm install --no-save --no-audit --no-fund --loglevel=error
	@mkdir -p $(@D) && touch $@

# Pyodide, the wheels, our own package and the memory snapshot that the worker starts from.
$(STAMPS)/runtime: $(STAMPS)/venv $(STAMPS)/node $(CORE) wasm/runtime.json \
		scripts/fetch_runtime.py scripts/runtime_core.py wasm/snapshot.mjs wasm/core-path.mjs web/public/sample.db
	$(PYTHON) scripts/fetch_runtime.py
	node wasm/snapshot.mjs
	@touch $@

$(STAMPS)/site: $(STAMPS)/runtime $(WEB) $(WORKER)
	npm run --silent build:site
	@touch $@

# code-server to test in, the Node it needs, and vsce, which packs the extension.
$(STAMPS)/editor: $(STAMPS)/node scripts/fetch_editor.py vscode-extension/tools/package-lock.json
	python3 scripts/fetch_editor.py
	@touch $@

$(STAMPS)/vscode: $(STAMPS)/runtime $(STAMPS)/editor $(WEB) $(WORKER) $(EXTENSION)
	cd vscode-extension && npm run --silent build && npm run --silent package
	@touch $@

$(STAMPS)/server: $(STAMPS)/node $(WEB)
	npm run --silent build:server
	@touch $@

# What `pip install` takes, with the pages in it.
.PHONY: package
package: venv server
	$(PYTHON) -m hatchling build

.PHONY: lint fix
lint: venv node
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	$(PYTHON) scripts/generate_types.py --check
	$(PYTHON) scripts/generate_api_docs.py --check
	$(PYTHON) scripts/generate_figure_docs.py --check
	npx biome ci --colors=off .
	for project in web web/sw wasm e2e vscode-extension vscode-extension/test vscode-extension/e2e; do npx tsc --noEmit -p $$project || exit 1; done

fix: venv node
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
	npx biome check --write .

.PHONY: browser databases test
browser:
	@scripts/need.sh chromium:chromium

# What the tests start themselves; Debian keeps servers where users do not look for programs.
databases:
	@PATH="$$PATH:/usr/sbin:/sbin:$$(echo /usr/lib/postgresql/*/bin | tr ' ' :)" scripts/need.sh \
		mariadbd:mariadb-server:mariadb initdb:postgresql:postgresql \
		redis-server:redis-server:redis-server nginx:nginx:nginx

# TEST_FLAGS=--no-skips makes a skipped test a failure.
test: venv node browser databases lint site server vscode
	$(PYTHON) scripts/test.py $(TEST_FLAGS)

.PHONY: bench
bench: venv node browser site vscode
	$(PYTHON) -m bench.run

.PHONY: clean
clean:
	rm -rf build dist .venv node_modules optuna_dashboard/public vscode-extension/dist vscode-extension/*.vsix
