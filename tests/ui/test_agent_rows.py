"""What a supervisor reads in an agent's row."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from supervisor_gui.live.board import Agent, MemberState, Pending
from supervisor_gui.live.limits import BreakReason, Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types import AgentStatus, Membership
from supervisor_gui.text import fold
from supervisor_gui.ui.board.agent_columns import AGENT_COLUMNS, since_fill, since_text, since_tone
from supervisor_gui.ui.board.agent_model import AgentModel
from supervisor_gui.ui.board.agent_rows import AgentRow, AgentRowMaker
from supervisor_gui.ui.board.context import Collation, Context
from supervisor_gui.ui.models.column import Column
from supervisor_gui.ui.widgets.marks import Mark
from tests.helpers.board_samples import NOW, agent, name_of

TEA = Limits(reasons=(BreakReason("çay molası", 10, 15),), other_break=BreakReason("", 0, 0))


def row(one: Agent, now: float = NOW, **context: object) -> AgentRow:
    """The row of `one`."""
    fields: dict[str, object] = {"names": name_of, "limits": TEA}
    made = Context(**(fields | context))  # type: ignore[arg-type]
    return AgentRowMaker(made, Collation()).make(one, now)


def on_tea(minutes: float, *, exact: bool = True) -> AgentRow:
    """Somebody on a tea break since so many minutes."""
    return row(agent("101", paused=("Destek",), reason="çay molası", since=NOW - 60 * minutes, exact=exact))


def test_name_and_extension_stand_together() -> None:
    known, unknown = row(agent("101")), row(agent("999"))
    assert (known.name, known.beside, known.label) == ("Şule Öz", "101", "Şule Öz 101")
    assert (unknown.name, unknown.beside, unknown.label) == ("999", "", "999")


def test_a_break_in_every_queue_is_the_state_with_its_reason() -> None:
    found = row(agent("101", queues=("A", "B"), paused=("A", "B"), reason="çay molası"))
    assert found.mark is Mark.PAUSED
    assert found.words == "Break · çay molası"


def test_a_break_in_one_queue_is_told_by_its_chip_only() -> None:
    found = row(agent("101", queues=("A", "B"), paused=("B",), reason="çay molası"))
    assert found.mark is Mark.IDLE
    assert [chip.paused for chip in found.chips] == [False, True]
    assert "on break · çay molası" in found.chips[1].words


def test_paused_while_talking_tells_both_facts() -> None:
    found = row(agent("101", AgentStatus.TALKING, paused=("Destek",)))
    assert found.mark is Mark.TALKING
    assert found.words == "Talking · break next"


def test_an_unknown_state_shows_the_word_of_the_pbx_made_safe() -> None:
    found = row(Agent("101", AgentStatus.OTHER, status_word="on\u202efire"))
    assert found.mark is Mark.OTHER
    assert found.words == "on‹202E›fire"


def test_a_break_past_its_limit_says_by_how_much_and_turns_red() -> None:
    found = on_tea(18.3)
    assert since_text(found, NOW) == "18:18 · 3 min over"
    assert since_tone(found, NOW) == "limit"
    assert found.over
    assert since_fill(found, NOW) > 1


def test_a_break_fills_towards_its_limit_and_warns_before() -> None:
    assert since_tone(on_tea(5), NOW) == "text"
    assert since_tone(on_tea(11), NOW) == "warn"
    assert abs(since_fill(on_tea(7.5), NOW) - 0.5) < 0.01
    assert since_text(on_tea(15.5), NOW) == "15:30 !"


def test_a_break_whose_beginning_was_not_seen_is_at_least_so_long() -> None:
    assert since_text(on_tea(3, exact=False), NOW) == "≥ 03:00"


def test_a_reason_without_a_limit_never_turns_red() -> None:
    found = row(agent("101", paused=("Destek",), reason="öğle", since=NOW - 50_000))
    assert since_tone(found, NOW) == "text"
    assert since_fill(found, NOW) == 0


def test_calls_today_are_a_lower_bound_or_unknown() -> None:
    assert row(agent("101", calls=7)).today == "≥ 7"
    assert row(agent("101")).today == "–"


def test_search_finds_names_in_any_case_and_without_turkish_dots() -> None:
    text = row(agent("104")).search
    for typed in ("ipek", "İPEK", "IPEK", "demir 104", "104"):
        assert fold(typed) in text


def test_actions_under_way_show_on_their_chip() -> None:
    members = {
        "A": MemberState("A", pending=Pending.SENT, intent="pause"),
        "B": MemberState("B", pending=Pending.CHECKING, intent="pause"),
        "C": MemberState("C", pending=Pending.REFUSED, intent="pause"),
        "D": MemberState("D", membership=Membership.STATIC),
    }
    chips = row(Agent("101", AgentStatus.IDLE, members=members)).chips
    assert [chip.sign for chip in chips] == ["…", "?", "×", ""]
    assert "break asked for" in chips[0].words
    assert "checking" in chips[1].words
    assert "refused" in chips[2].words
    assert "fixed member" in chips[3].words


def test_the_other_party_is_masked_where_the_policy_says_so() -> None:
    talking = Agent("101", AgentStatus.TALKING, customer="5550001122")
    assert row(talking).customer == "5550001122"
    assert row(talking, policy=Policy(mask_numbers=True)).customer == "•••22"


def test_the_default_order_is_free_then_overrun_breaks_then_talking() -> None:
    free_short = row(agent("101", since=NOW - 10))
    free_long = row(agent("102", since=NOW - 500))
    over = row(agent("103", paused=("Destek",), reason="çay molası", since=NOW - 2000))
    talking = row(agent("104", AgentStatus.TALKING))
    resting = row(agent("105", paused=("Destek",), reason="çay molası"))
    off = row(agent("106", AgentStatus.OFFLINE))
    found = sorted([off, resting, talking, over, free_short, free_long], key=lambda one: one.order)
    assert [one.key for one in found] == ["102", "101", "103", "104", "105", "106"]


def test_names_sort_as_the_language_does(qapp: QApplication) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("tr_TR"))
    try:
        names = {"1": "Zeynep", "2": "Şule", "3": "Irmak", "4": "İpek", "5": "Sibel", "6": "Çağla", "7": "Cem"}
        made = [row(agent(extension), names=names.get) for extension in names]
        found = [one.name for one in sorted(made, key=lambda one: one.place)]
    finally:
        QLocale.setDefault(before)
    assert found == ["Cem", "Çağla", "Irmak", "İpek", "Sibel", "Şule", "Zeynep"]


def test_a_new_column_is_one_record(qapp: QApplication) -> None:
    extra = Column[AgentRow](
        key="length", header="Letters", width=60, text=lambda one, _: str(len(one.name)), sort=lambda one: len(one.name)
    )
    model = AgentModel((*AGENT_COLUMNS, extra))
    model.change([row(agent("101")), row(agent("104"))])
    place = model.column_of("length")
    model.sort(place)
    assert [model.data(model.index(n, place)) for n in range(2)] == ["7", "10"]
    model.deleteLater()


def test_every_column_reads_its_row_aloud() -> None:
    found = row(agent("101", queues=("Destek", "Satış"), calls=3))
    assert len({column.key for column in AGENT_COLUMNS}) == len(AGENT_COLUMNS)
    for column in AGENT_COLUMNS:
        assert column.text(found, NOW), column.key
        assert column.header
