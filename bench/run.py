"""Measure everything and write the table into bench/README.md (``make bench``).

    python -m bench.run [--only native peer browser vscode] [--trials 1000 10000]

Only a complete run changes the README.
"""

import argparse
import subprocess
import sys
from datetime import date
from pathlib import Path

from bench.generate import study_file
from bench.machine import describe
from bench.measurement import Measurement, collect
from bench.table import make_table
from bench.trials import Recipe

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- table -->", "<!-- end of table -->"
PARTS = ("native", "peer", "live", "browser", "vscode")
SIZES = (1_000, 10_000, 100_000, 1_000_000)
LARGEST_OF_PEER = 100_000
LARGEST_OF_FIGURES = 100_000
PREFERENTIAL_FIGURES = "preference-graph,preference-history,preferred-parameters"


def browser_studies(trials: list[int]) -> list[str]:
    """The studies to measure in the browser, and those for single figures."""
    studies = [f"{n}={study_file(Recipe(n))}={Recipe(n).study_name}" for n in trials]
    for n in trials:
        if n <= LARGEST_OF_FIGURES:
            for recipe, figures in (
                (Recipe(n, objectives=2), "pareto-front,hypervolume"),
                (Recipe(n, intermediate=20), "intermediate-values"),
                (Recipe(n, preferential=True), PREFERENTIAL_FIGURES),
            ):
                studies.append(f"{n}={study_file(recipe)}={recipe.study_name}={figures}")
    return studies


def commands(part: str, trials: list[int]) -> list[str]:
    """The command that measures one part."""
    if part == "browser":
        return ["node", "bench/browser.mjs", *browser_studies(trials)]
    if part == "vscode":
        return ["npx", "playwright", "test", "--config", "vscode-extension/e2e/bench.config.ts"]
    if part in ("peer", "live"):
        trials = [n for n in trials if n <= LARGEST_OF_PEER]
    return [sys.executable, "-m", f"bench.{part}", *map(str, trials)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--trials", nargs="+", type=int, choices=SIZES, default=SIZES)
    arguments = parser.parse_args()
    machine = describe()
    measurements: list[Measurement] = []
    failed = []
    for part in arguments.only:
        found, ended = collect(commands(part, list(arguments.trials)))
        measurements += found
        failed += [] if ended else [part]
    report = f"{date.today()}. {machine}\n\n{make_table(measurements)}"
    print(f"\n{report}")
    if failed:
        sys.exit(f"Not measured to the end: {', '.join(failed)}; the README is as it was.")
    if (arguments.only, arguments.trials) == (PARTS, SIZES):
        write_report(report)


def write_report(report: str) -> None:
    text = README.read_text()
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    README.write_text(f"{before}{BEGIN}\n\n{report}\n\n{END}{after}")
    subprocess.run(["npx", "biome", "format", "--write", README], check=True)


if __name__ == "__main__":
    main()
