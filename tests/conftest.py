"""What holds for every test: one Hypothesis profile.

Without a deadline, because a busy machine is no defect, and derandomized, so that a run says the
same twice.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "rctui", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("rctui")
