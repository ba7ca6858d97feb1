"""From a file of any release of Optuna to one that today's Optuna opens."""
