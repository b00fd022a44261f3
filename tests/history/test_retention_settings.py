"""How long data is kept, as the user chose it and as the first start tells it."""

from pathlib import Path

import pytest

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.errors import SettingsError
from supervisor_gui.history.retention import USUAL_RETENTION, Retention, retention_of, retention_words


def test_nobody_chose_and_the_usual_days_hold(tmp_path: Path) -> None:
    assert retention_of(SettingsStore(tmp_path / "settings.ini").settings) == USUAL_RETENTION


def test_what_was_chosen_holds_in_the_next_run_and_audit_goes_with_the_records(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.ini")
    for setting, days in ((keys.KEEP_RECORDS, 60), (keys.KEEP_SAMPLES, 90), (keys.KEEP_RECORDINGS, 7)):
        store.set(setting, days)
    store.save()
    again = SettingsStore(tmp_path / "settings.ini")
    assert again.load() == ()
    assert retention_of(again.settings) == Retention(samples=90, records=60, audit=60, recordings=7)


@pytest.mark.parametrize("days", [0, 6, 3651, -1])
def test_less_than_a_week_and_more_than_ten_years_are_refused(tmp_path: Path, days: int) -> None:
    store = SettingsStore(tmp_path / "settings.ini")
    with pytest.raises(SettingsError):
        store.set(keys.KEEP_RECORDS, days)


def test_one_sentence_tells_the_figures_that_hold() -> None:
    words = retention_words(Retention(samples=91, records=62, recordings=13))
    assert all(figure in words for figure in ("91", "62", "13"))
    assert words.count(".") == 1
