"""``python -m optuna_dashboard``."""

import sys

from optuna_dashboard.cli import main

if __name__ == "__main__":
    sys.exit(main())
