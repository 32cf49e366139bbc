# Every command of the project. `make help` explains them.

VERSION ?= 0.1.0
PREFIX  ?= /usr/local
DESTDIR ?=
SWIFT   ?= $(shell tools/find-swift 2>/dev/null)
BUILD   ?= .build
PROGRAM ?= $(BUILD)/release/lecterm
RELEASE  = $(SWIFT) build --build-path $(BUILD) -c release --static-swift-stdlib --product lecterm
FUZZ     = --build-path $(BUILD)-fuzz -c release --product lecfuzz -Xswiftc -enable-testing -Xswiftc -DINSIDES
CHECKS   = check-house check-rules check-language

PAPER    = $(SWIFT) build --package-path paper --build-path $(BUILD)-paper -c release --static-swift-stdlib --product lecterm-paper

.PHONY: help run build paper test check lint bench soak fuzz install install-files deb pictures clean swift
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

run: build ## build what is missing and open the program; arguments in ARGS
	@$(PROGRAM) $(ARGS)

build: swift
	@tools/install-deps run
	@$(RELEASE) >&2

paper: swift ## the program that makes PDF; it needs Pango, which the main program does without
	@tools/install-deps paper
	@$(PAPER) >&2
	@install -D -m 755 $(BUILD)-paper/release/lecterm-paper $(BUILD)/release/lecterm-paper
	@install -D -m 755 $(BUILD)-paper/release/lecterm-paper $(BUILD)/debug/lecterm-paper

test: swift ## everything that must hold: checks, format, all tests
	@tools/install-deps test
	@tools/reader-env
	@$(MAKE) -s check
	@$(SWIFT) build --build-path $(BUILD) --build-tests
	@$(MAKE) -s paper
	@Tests/tools/check-docs . $(BUILD)/debug/lecterm
	@Tests/tools/run-tests $(SWIFT) test --build-path $(BUILD) --skip-build

check: lint ## the checks that need no build
	@for check in $(CHECKS); do Tests/tools/$$check || failed=1; done; Tests/tools/selftest || failed=1; test -z "$$failed"

lint: swift
	@if $(SWIFT) format --version >/dev/null 2>&1; then $(SWIFT) format lint --strict -p -r Sources Tests paper/Sources Package.swift; \
	  else echo "lint: this Swift has no swift format: left out"; fi

bench: build ## figures of the release program, one JSON line each
	@tools/install-deps bench
	@Tests/bench/run $(PROGRAM)

soak: swift ## the long tests: 500 kills at work, 300 kills, 300 full disks and 60 joins with bundles, 250 with new files, every damage, 1,000 simulations
	@tools/install-deps test
	@$(SWIFT) build --build-path $(BUILD) --build-tests
	@LECTERM_SOAK=500 LECTERM_BUNDLE_SOAK=600 LECTERM_DAMAGE=all SIM_SEEDS=1000 Tests/tools/run-tests $(SWIFT) test --build-path $(BUILD) --skip-build --filter "_Soak|Simulation_Tests"

fuzz: swift ## hostile input for every reader: N=10000000 executions, SEED=1, TARGET=all; one JSON line a target
	@tools/install-deps test
	@if $(SWIFT) build $(FUZZ) --sanitize fuzzer -Xswiftc -DLIBFUZZER >"$(BUILD)-fuzz.log" 2>&1; then :; else \
	  echo "fuzz: no libFuzzer in this toolchain ($(BUILD)-fuzz.log): mutating without it" >&2; $(SWIFT) build $(FUZZ) >&2; fi
	@N="$(N)" SEED="$(SEED)" TARGET="$(TARGET)" Tests/fuzz/run $(BUILD)-fuzz/release/lecfuzz

install: build install-files ## put it under PREFIX (/usr/local)

install-files:
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/lecterm" "$(DESTDIR)$(PREFIX)/share/doc/lecterm" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1" "$(DESTDIR)$(PREFIX)/share/man/man5" \
	  "$(DESTDIR)$(PREFIX)/share/man/man7"
	@install -m 755 "$(PROGRAM)" "$(DESTDIR)$(PREFIX)/bin/lecterm"
	@cd data && find . -type f -exec install -D -m 644 {} "$(DESTDIR)$(PREFIX)/share/lecterm/{}" \;
	@for page in man/*.1 man/*.5 man/*.7; do install -m 644 "$$page" "$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/"; done
	@install -m 644 README.md CHANGELOG.md LICENSE "$(DESTDIR)$(PREFIX)/share/doc/lecterm/"

deb: build paper ## Debian packages that need no Swift, in .build/deb: lecterm, and lecterm-paper for PDF
	@tools/install-deps deb
	@tools/make-deb "$(PROGRAM)" "$(VERSION)" "$(BUILD)/deb"
	@tools/make-paper-deb "$(BUILD)-paper/release/lecterm-paper" "$(VERSION)" "$(BUILD)/deb"

pictures: build ## the pictures of README.md, from lessons that are played
	@tools/make-pictures "$(PROGRAM)"

clean: ## take away what was built
	@rm -rf $(BUILD) $(BUILD)-paper $(BUILD)-fuzz $(BUILD)-fuzz.log

swift:
	@test -n "$(SWIFT)" || tools/find-swift
