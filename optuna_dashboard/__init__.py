"""Optuna Dashboard: see, compare and judge the trials of a study, anywhere."""
