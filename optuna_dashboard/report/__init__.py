"""A study as one HTML document that needs nothing else: facts, figures, trials, notes, files."""
