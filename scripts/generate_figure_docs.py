"""Write ``docs/figures.md``, which shows every figure, from ``optuna_dashboard/figures``.

``--check`` writes nothing and fails when the file is not what would be written. The pictures
are made by ``e2e/screenshots.ts``.
"""

import argparse
import sys
from pathlib import Path

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.figures.figure import Figure
from optuna_dashboard.figures.options import Option
from optuna_dashboard.figures.registry import FIGURES
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.study.study import Study

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "figures.md"
SAMPLE = ROOT / "web" / "public" / "sample.db"
# Of what nobody does in the sample.
PREFERENTIAL = ROOT / "tests" / "fixtures" / "special" / "preferential.db"
INTRODUCTION = """\
<!-- Made by scripts/generate_figure_docs.py from optuna_dashboard/figures. Do not edit. -->

# Figures

Every figure of a study, as the page shows it of the sample file. What can be chosen stands above
the figure, and in the address of the page: `history.log=true` is the option `log` of `history`.
The API answers the same figures as Plotly JSON, see [api.md](api.md).

Plotly figures that a program saved with the study stand beside these, as their program made them.
They are data: what could run or fetch something is left out, and so are maps and animations; a
sentence below the figure says so.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    text = markdown()
    if parser.parse_args().check:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        print(f"{TARGET} is stale: run python {Path(__file__).name}", file=sys.stderr)
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


def markdown() -> str:
    """The text of the page."""
    catalog = Catalog()
    for path in (SAMPLE, PREFERENTIAL):
        catalog.add(open_storage(str(path)))
    studies = [
        source.storage.study(one.header.id)
        for source in catalog.sources()
        for one in source.contents().summaries
    ]
    return "\n".join(
        [INTRODUCTION, *(_section(figure, studies) for figure in FIGURES if figure.alone)]
    )


def _section(figure: Figure, studies: list[Study]) -> str:
    study = next(study for study in studies if figure.suits(study))
    return "\n".join(
        [
            f"## {figure.title}",
            "",
            figure.description,
            "",
            *_picture(figure),
            *map(_option, figure.options([study])),
            "",
        ]
    )


def _picture(figure: Figure) -> list[str]:
    picture = f"images/figures/{figure.name}"
    return [
        "<picture>",
        f'  <source media="(prefers-color-scheme: dark)" srcset="{picture}-dark.png">',
        f'  <img alt="{figure.title} of a sample study" src="{picture}-light.png">',
        "</picture>",
        "",
    ]


def _option(option: Option) -> str:
    return f"- `{option.name}`: {option.label}"


if __name__ == "__main__":
    sys.exit(main())
