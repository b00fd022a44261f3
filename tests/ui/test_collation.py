"""The order of names in the user's language, remembered within bounds."""

from PySide6.QtCore import QLocale

from supervisor_gui.ui.board.context import KEPT, Collation, SortName
from tests.helpers.reachable import reachable


def test_names_of_a_whole_year_take_no_more_room_than_those_of_a_day_and_keep_their_order() -> None:
    QLocale.setDefault(QLocale("tr_TR"))
    collation = Collation()
    first = collation.key("Çiğdem")
    for number in range(3 * KEPT):
        collation.key(f"Arayan {number}")
    assert reachable(collation, SortName) <= KEPT
    names = ["Şule", "Zeki", "Arayan 10", "Çiğdem", "Arayan 9", "Cem"]
    assert sorted(names, key=collation.key) == ["Arayan 9", "Arayan 10", "Cem", "Çiğdem", "Şule", "Zeki"]
    assert collation.key("Cem") < first < collation.key("Şule")
