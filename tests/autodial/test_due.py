"""Which question about lists comes next: the plan as a table, and no list left out when there is little room."""

from collections import Counter

import msgspec
import pytest

from supervisor_gui.autodial.due import Due, ListAge, Watch, next_due

NOW = 10_000.0

SHOWN = Watch(shown=True, background=True, asked_at=NOW)
HIDDEN = Watch(background=True, asked_at=NOW)
AGENT = Watch(asked_at=NOW - 9000.0)


def age(name: str, ago: float | None = 0.0, **fields: object) -> ListAge:
    """A list whose report was asked for so many seconds ago; None for never."""
    return ListAge(name, known_at=NOW, asked_at=None if ago is None else NOW - ago, **fields)  # type: ignore[arg-type]


def watch(base: Watch, *lists: ListAge, **fields: object) -> Watch:
    return msgspec.structs.replace(base, lists=lists, **fields)


CASES: dict[str, tuple[Watch, Due | None]] = {
    "the lists come first when the page opens": (
        watch(SHOWN, age("1", 100, running=True), asked_at=None),
        Due("", NOW, seen=True, wanted=True),
    ),
    "shown lists are 30 s old at most": (SHOWN, Due("", NOW + 30, seen=True)),
    "hidden ones 60 s": (HIDDEN, Due("", NOW + 60)),
    "an agent's seat asks nothing while it does not look": (watch(AGENT, age("1", 900, running=True)), None),
    "but what is wanted": (
        watch(AGENT, age("1", 0), age("2", 0, wanted=True)),
        Due("2", 0.0, wanted=True),
    ),
    "the list on screen that calls every 15 s": (
        watch(SHOWN, age("1", 5, running=True), looking="1"),
        Due("1", NOW + 10, seen=True),
    ),
    "the list on screen that is filled every 15 s": (
        watch(SHOWN, age("1", 5, fed=True), looking="1"),
        Due("1", NOW + 10, seen=True),
    ),
    "the list on screen that rests every 60 s": (
        watch(SHOWN, age("1", 50), looking="1"),
        Due("1", NOW + 10, seen=True),
    ),
    "at once when it was chosen after its last report": (
        watch(SHOWN, age("1", 5), looking="1", looking_since=NOW - 4),
        Due("1", 0.0, seen=True, wanted=True),
    ),
    "a list is on screen only while the page is": (
        watch(HIDDEN, age("1", 5), looking="1", looking_since=NOW - 4),
        Due("", NOW + 60),
    ),
    "the list on screen before an older one that calls": (
        watch(SHOWN, age("1", 80, running=True), age("2", 16, running=True), looking="2"),
        Due("2", NOW - 1, seen=True),
    ),
    "the oldest of those that call": (
        watch(HIDDEN, age("1", 61, running=True), age("2", 90, running=True), age("3", 70, running=True)),
        Due("2", NOW - 30),
    ),
    "a list that calls before one that rests": (
        watch(SHOWN, age("1", 700), age("2", 61, running=True)),
        Due("2", NOW - 1),
    ),
    "a list that rests once": (watch(HIDDEN, age("1", None)), Due("1", NOW)),
    "and no more while nobody looks": (watch(HIDDEN, age("1", 9000)), Due("", NOW + 60)),
    "and every ten minutes while somebody does": (
        watch(SHOWN, age("1", 590), asked_at=NOW),
        Due("1", NOW + 10),
    ),
    "a wanted list before all that is due": (
        watch(SHOWN, age("1", 100, running=True), age("2", 0, wanted=True), looking="1", asked_at=NOW - 50),
        Due("2", 0.0, wanted=True),
    ),
    "a wanted overview before a wanted list": (
        watch(SHOWN, age("2", 0, wanted=True), wanted=True),
        Due("", 0.0, seen=True, wanted=True),
    ),
    "what failed a while later": (
        watch(HIDDEN, age("2", 0, wanted=True, not_before=NOW + 15)),
        Due("2", NOW + 15, wanted=True),
    ),
    "whoever waited three times its interval before the list on screen": (
        watch(SHOWN, age("1", 190, running=True), age("2", 16, running=True), looking="2"),
        Due("1", NOW - 130),
    ),
    "nothing where there is no auto-dialler": (
        watch(SHOWN, age("1", 900, running=True), looking="1", resting=True, asked_at=None),
        None,
    ),
    "only what is wanted there": (watch(HIDDEN, resting=True, wanted=True), Due("", 0.0, wanted=True)),
    "everything sooner where time runs faster": (
        watch(HIDDEN, age("1", 0.0, running=True), factor=10.0, asked_at=NOW - 1),
        Due("", NOW + 5),
    ),
}


@pytest.mark.parametrize(("asked", "due"), CASES.values(), ids=CASES)
def test_what_is_asked_next(asked: Watch, due: Due | None) -> None:
    assert next_due(asked, NOW) == due


def test_with_two_questions_a_minute_every_list_has_its_turn_and_the_one_on_screen_the_most() -> None:
    lists = {name: age(name, None, running=True) for name in ("1", "2", "3", "4")}
    overview, counts, now = NOW, Counter[str](), NOW
    for _ in range(60):
        now += 30.0
        plan = watch(SHOWN, *lists.values(), looking="3", asked_at=overview)
        due = next_due(plan, now)
        assert due is not None
        counts[due.list_id] += 1
        if due.list_id:
            lists[due.list_id] = msgspec.structs.replace(lists[due.list_id], asked_at=now)
        else:
            overview = now
    assert set(counts) == {"", "1", "2", "3", "4"}
    assert counts.most_common(1)[0][0] == "3"
    assert min(counts.values()) >= 5
