# Thin targets; what takes more than a line is in Scripts/.

.PHONY: help setup docs demo test lint format build release check bench kill-test bad-input

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile

setup: ## check that Swift is there, bring libyaml
	@Scripts/setup

build: setup ## build for debugging
	swift build

demo: build ## repair a copy of the example, show the difference, take it back
	@Scripts/demo "$$(swift build --show-bin-path)/clawdoctor"

test: setup ## run all tests
	swift test

docs: build ## write the page of the migrations
	Scripts/docs

lint: setup ## check style, tables and scripts
	Scripts/lint

format: setup ## bring the source into style
	swift format format --in-place --recursive --parallel Sources Tests Package.swift

release: setup ## build the binary to give away, and print its path
	@Scripts/release

check: ## everything that CI runs
	.ci/run

bench: setup ## measure against Node on this machine, as ratios
	Benchmarks/run

kill-test: ## kill the release binary at random instants
	Scripts/kill-test 1000
	Scripts/kill-test 500 --includes

bad-input: ## give the release binary what is no config
	Scripts/bad-input
