"""What dashboards keep in the system attributes of studies and trials: pure readers."""
