"""Run every test, fast ones first, and say at the end what failed and how many passed.

``--no-skips`` (used in continuous integration) counts a skipped test as a failure: a test
that did not run has proved nothing. ``--only NAME`` runs one suite.
"""

import argparse
import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
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
class Result:
    """What became of a suite's tests; failed and skipped ones by their names."""

    suite: str
    seconds: float = 0
    passed: int = 0
    failed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = f"{self.passed} passed, {len(self.failed)} failed, {len(self.skipped)} skipped"
        return f"{self.suite}: {counts} in {self.seconds:.0f} s"


def vitest(name: str, config: str) -> Suite:
    reporters = ["--reporter=default", "--reporter=junit", "--outputFile.junit={report}"]
    return Suite(name, ["npx", "vitest", "run", "--config", config, *reporters])


def optuna(release: str) -> Suite:
    script = [sys.executable, "scripts/test_optuna_versions.py", release]
    return Suite(f"optuna-{release}", [*script, "--junitxml", "{report}"])


def playwright(name: str, config: str) -> Suite:
    return Suite(name, ["npx", "playwright", "test", "--config", config])


# Tests of one group run in one process, which starts their servers once.
PYTEST = ["-q", "-n", "2", "--dist", "loadgroup"]

SUITES = [
    Suite("python", [sys.executable, "-m", "pytest", *PYTEST, "--junitxml", "{report}"]),
    optuna("4.0.0"),
    optuna("4.9.0"),
    vitest("web", "web/vitest.config.ts"),
    vitest("wasm", "wasm/vitest.config.ts"),
    vitest("vscode", "vscode-extension/vitest.config.mjs"),
    playwright("e2e", "e2e/playwright.config.ts"),
    playwright("vscode-e2e", "vscode-extension/e2e/playwright.config.ts"),
]


def run(suite: Suite) -> Result:
    """Run one suite and read its report; a suite that leaves none has failed."""
    suite.report.unlink(missing_ok=True)
    print(f"\n== {suite.name}", flush=True)
    started = time.monotonic()
    command = [part.replace("{report}", str(suite.report)) for part in suite.command]
    environment = {**os.environ, "PLAYWRIGHT_JUNIT_OUTPUT_FILE": str(suite.report)}
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    result = read_report(suite)
    if result.passed == 0 or (code != 0 and not result.failed):
        result.failed.append(f"the runner itself, which ended with {code}")
    result.seconds = time.monotonic() - started
    print(f"== {result}", flush=True)
    return result


def read_report(suite: Suite) -> Result:
    """Sort the test cases of a JUnit report by what became of them."""
    result = Result(suite.name)
    if not suite.report.exists():
        return result
    for case in ET.parse(suite.report).getroot().iter("testcase"):
        name = f"{case.get('classname', '')} › {case.get('name', '')}"
        if case.find("failure") is not None or case.find("error") is not None:
            result.failed.append(name)
        elif case.find("skipped") is not None:
            result.skipped.append(name)
        else:
            result.passed += 1
    return result


def summary(results: list[Result]) -> str:
    """Every suite in a line, then what failed or was skipped: what one wants to read last."""
    lines = ["", *map(str, results)]
    for result in results:
        lines += [f"FAILED  {result.suite}: {name}" for name in result.failed]
        lines += [f"SKIPPED {result.suite}: {name}" for name in result.skipped]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-skips", action="store_true")
    parser.add_argument("--only", choices=[suite.name for suite in SUITES])
    arguments = parser.parse_args()
    REPORTS.mkdir(parents=True, exist_ok=True)
    results = [run(suite) for suite in SUITES if arguments.only in (None, suite.name)]
    print(summary(results))
    if any(result.failed for result in results):
        return 1
    if arguments.no_skips and any(result.skipped for result in results):
        print("Skipped tests count as failures here: they have proved nothing.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
