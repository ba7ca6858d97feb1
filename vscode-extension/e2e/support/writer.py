"""Write to a database as an optimization does, one trial for each line of the input.

Usage: writer.py FILE STUDY JOURNAL_MODE. The connections stay open to the end, so that what
is in a ``-wal`` file stays there.
"""

import sqlite3
import sys

import optuna

file, study_name, journal_mode = sys.argv[1:]
with sqlite3.connect(file) as connection:
    connection.execute(f"PRAGMA journal_mode={journal_mode}")
optuna.logging.set_verbosity(optuna.logging.ERROR)
study = optuna.load_study(study_name=study_name, storage=f"sqlite:///{file}")
print("ready", flush=True)
for line in sys.stdin:
    study.add_trial(optuna.trial.create_trial(value=float(line)))
    print("written", flush=True)
