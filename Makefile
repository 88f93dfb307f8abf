# Everything that one does with this project has a target here. `make` lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

SWIFT ?= swift
export SWIFT

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

.PHONY: toolchain
toolchain:
	@tools/toolchain

.PHONY: setup
setup: toolchain ## Install what is missing beside the Swift toolchain, as root or with sudo
	@tools/setup

.PHONY: demo
demo: setup release ## Run the main job from an empty machine to the Mentari report
	@tools/demo

.PHONY: serve
serve: setup release ## Run the daemon in the foreground on 127.0.0.1:7710, with the demo's data
	@tools/serve

.PHONY: build
build: setup ## Build everything for debugging, tests included
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

.PHONY: release
release: setup ## Build bergulird and bergulir for use
	@tools/release bergulird
	@tools/release bergulir

.PHONY: test
test: build ## Build and run every test
	@tools/setup test
	@tools/test

.PHONY: test-browser
test-browser: ## Open the notice-board sheets in headless Chromium; skipped where there is none
	@tools/test-browser

.PHONY: bench
bench: setup ## Measure wires, repayments and reads beside what else one could use
	@tools/bench

.PHONY: bench-check
bench-check: toolchain ## Count instructions of core and codec, and fail above thresholds
	@tools/setup bench
	@tools/bench check

.PHONY: torture
torture: build ## Live a million operations, tamper with books, kill daemons; SEED repeats one
	@tools/setup test
	@tools/torture $(SEED)

.PHONY: fuzz
fuzz: setup ## Feed the wire with RUNS made-up inputs, a million unless said otherwise
	@tools/fuzz $(RUNS)

.PHONY: lint
lint: toolchain ## Check the formatting of Swift, and the syntax of scripts and Python
	@tools/lint

.PHONY: check
check: build ## Compare generated code, and test the house's rules and the schema's text
	@tools/proto --check
	$(SWIFT) test --skip-build --disable-xctest --filter 'RepositoryTests|SchemaFileTests'

.PHONY: format
format: toolchain ## Format all Swift files in place
	@tools/format

.PHONY: proto
proto: toolchain ## Generate Sources/FundAPI/Generated from Sources/FundAPI/Protos
	@tools/setup proto
	@tools/proto

.PHONY: hooks
hooks: ## Let git check the formatting of staged Swift files before each commit
	git config core.hooksPath tools/hooks

.PHONY: ci
ci: ## Do what the build server does
	@.ci/run

.PHONY: clean
clean: toolchain ## Remove what was built
	$(SWIFT) package clean
