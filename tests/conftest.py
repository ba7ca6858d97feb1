"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# How quick a machine is says nothing about what is promised.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
