"""What holds for all tests."""

from contextlib import suppress

# The suites that run with older releases of Optuna do without Hypothesis.
with suppress(ModuleNotFoundError):
    from hypothesis import HealthCheck, settings

    # How quick a machine is says nothing about what is promised.
    patient = [HealthCheck.too_slow]
    settings.register_profile("patient", deadline=None, suppress_health_check=patient)
    settings.load_profile("patient")
