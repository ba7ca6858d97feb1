"""Where studies come from."""
