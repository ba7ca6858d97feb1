"""The release of this package; ``pyproject.toml`` says the same."""

VERSION = "1.0.0.dev0"
