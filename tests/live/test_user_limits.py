"""The user's settings become the limits that alerts judge by."""

from pathlib import Path

from supervisor_gui.config import BreakRule, Profile, SettingsStore, keys
from supervisor_gui.live.limits import BreakReason, QueueLimits
from supervisor_gui.live.user_limits import limits_of, with_queue


def test_limits_follow_the_settings_and_a_queue_its_own(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.ini")
    store.put(Profile(name="Ana", account="8501110000"))
    store.open("Ana")
    assert limits_of(store.settings).default == QueueLimits(), "both declare the same defaults"
    store.set(keys.WAITING_RED, 9)
    store.set(keys.BREAKS, (BreakRule("çay molası", 10, 15),))
    own = QueueLimits(waiting_warn=1, waiting_red=2)
    store.set(keys.QUEUE_LIMITS, with_queue(store.settings, "Destek", own))
    limits = limits_of(store.settings)
    assert limits.of("Satış").waiting_red == 9
    assert limits.of("Destek") == own
    assert limits.of_reason("çay molası") == BreakReason("çay molası", 10, 15)
    assert with_queue(store.settings, "Destek", None) == ()
