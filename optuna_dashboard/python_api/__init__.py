"""What programs that use Optuna call; ``optuna_dashboard`` itself has the names."""
