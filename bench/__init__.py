"""Measures how quick the dashboard is, natively and in Chromium, beside the peer's server."""
