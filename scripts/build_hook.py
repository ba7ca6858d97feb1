"""Lets no package be built that lacks the pages: without them a server shows nothing."""

from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PagesHook(BuildHookInterface[BuilderConfig]):
    """Runs before the wheel and before the source distribution."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable installation shows the pages as soon as they are built.
        pages = Path(self.root, "optuna_dashboard", "public", "index.html")
        if version != "editable" and not pages.is_file():
            self.app.abort("The pages are not built yet. Build them first: make server")
