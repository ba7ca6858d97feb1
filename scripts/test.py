"""Run every test, fast ones first, and say in one line how many passed.

``--no-skips`` (used in continuous integration) counts a skipped test as a failure: a test
that did not run has proved nothing. ``--only NAME`` runs one suite.
"""

import argparse
import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "build" / "reports"


@dataclass
class Suite:
    """A test runner and where it leaves its JUnit report."""

    name: str
    command: list[str]

    @property
    def report(self) -> Path:
        return REPORTS / f"{self.name}.xml"


@dataclass
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0


def vitest(name: str, config: str) -> Suite:
    reporters = ["--reporter=default", "--reporter=junit", "--outputFile.junit={report}"]
    return Suite(name, ["npx", "vitest", "run", "--config", config, *reporters])


def optuna(release: str) -> Suite:
    script = [sys.executable, "scripts/test_optuna_versions.py", release]
    return Suite(f"optuna-{release}", [*script, "--junitxml", "{report}"])


def playwright(name: str, config: str) -> Suite:
    return Suite(name, ["npx", "playwright", "test", "--config", config])


SUITES = [
    Suite("python", [sys.executable, "-m", "pytest", "-q", "-n", "2", "--junitxml", "{report}"]),
    optuna("4.0.0"),
    optuna("4.9.0"),
    vitest("web", "web/vitest.config.ts"),
    vitest("wasm", "wasm/vitest.config.ts"),
    vitest("vscode", "vscode-extension/vitest.config.mjs"),
    playwright("e2e", "e2e/playwright.config.ts"),
    playwright("vscode-e2e", "vscode-extension/e2e/playwright.config.ts"),
]


def run(suite: Suite) -> Counts:
    """Run one suite and read its report; a suite that leaves none has failed."""
    suite.report.unlink(missing_ok=True)
    print(f"\n== {suite.name}", flush=True)
    started = time.monotonic()
    command = [part.replace("{report}", str(suite.report)) for part in suite.command]
    environment = {**os.environ, "PLAYWRIGHT_JUNIT_OUTPUT_FILE": str(suite.report)}
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    counts = read_report(suite.report) if suite.report.exists() else Counts()
    if counts.passed == 0 or (code != 0 and counts.failed == 0):
        counts.failed += 1  # the runner itself broke
    print(f"== {suite.name}: {counts} in {time.monotonic() - started:.0f} s", flush=True)
    return counts


def read_report(path: Path) -> Counts:
    """Count the test cases of a JUnit report."""
    counts = Counts()
    for case in ET.parse(path).getroot().iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            counts.failed += 1
        elif case.find("skipped") is not None:
            counts.skipped += 1
        else:
            counts.passed += 1
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-skips", action="store_true")
    parser.add_argument("--only", choices=[suite.name for suite in SUITES])
    arguments = parser.parse_args()
    REPORTS.mkdir(parents=True, exist_ok=True)
    results = [run(suite) for suite in SUITES if arguments.only in (None, suite.name)]
    passed = sum(result.passed for result in results)
    failed = sum(result.failed for result in results)
    skipped = sum(result.skipped for result in results)
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped")
    if arguments.no_skips and skipped:
        print("Skipped tests count as failures here: they have proved nothing.")
        return 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
