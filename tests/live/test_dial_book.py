"""What dialling remembers, and what it offers while somebody types."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.board import Board
from supervisor_gui.live.dial_book import MOST_NAMES, MOST_RECENTS, DialBook
from supervisor_gui.live.dial_memory import DialMemory, Favourite, PortalKind, PortalName, Recent
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind
from tests.live.boards import NOON, agent, board_of, queue, seen
from tests.live.fakes import Store, Time

MOBILE = Dialled(NumberKind.MOBILE, "5550001122", "0555 000 11 22")
OFFICE = Dialled(NumberKind.GEOGRAPHIC, "3121110000", "0312 111 00 00")
ABROAD = Dialled(NumberKind.FOREIGN, "0037120001122", "+371 20 001 122", "LV")
AYSE = DirectoryEntry("101", "Ayşe Yılmaz", "Destek")
ISIK = DirectoryEntry("102", "Işık Çetin", "Satış")
SHOP = DirectoryEntry("05550003344", "Yılmaz Ticaret", "Bayi")
BOARD = board_of(seen(0, queue("Destek", agent("101"), agent("102"), agent("1010"), agent("5550009988"))))


class Desk:
    """A book with what it was told to remember and how often it told of a change."""

    def __init__(self, memory: DialMemory | None = None, *entries: DirectoryEntry) -> None:
        self.time = Time()
        self.kept: list[DialMemory] = []
        self.told = 0
        self.directory = Directory("8501110000", Store(), entries)
        self.book = DialBook(
            memory or DialMemory(), directory=self.directory, remember=self.kept.append, clock=self.time.clock
        )
        self.stop = self.book.subscribe(self._count)

    def _count(self) -> None:
        self.told += 1

    def titles(self, text: str, board: Board = BOARD, limit: int = 8) -> list[str]:
        """What is offered for `text`."""
        return [one.title for one in self.book.suggestions(text, board, limit)]


def numbered(number: int) -> Dialled:
    """One of many mobile numbers."""
    return Dialled(NumberKind.MOBILE, f"55500000{number:02}", f"0555 000 00 {number:02}")


def favourite(dialled: Dialled, name: str) -> Favourite:
    """A favourite for a number."""
    return Favourite(kind=dialled.kind, wire=dialled.wire, shown=dialled.shown, name=name)


def test_the_latest_call_stands_first_and_a_number_stands_once():
    desk = Desk()
    desk.book.called(MOBILE)
    desk.time.pass_(60)
    desk.book.called(OFFICE)
    desk.time.pass_(60)
    desk.book.called(MOBILE)
    assert desk.book.memory.recents == (
        Recent(MOBILE.kind, MOBILE.wire, MOBILE.shown, NOON + 120),
        Recent(OFFICE.kind, OFFICE.wire, OFFICE.shown, NOON + 60),
    )
    assert (desk.kept[-1], desk.told) == (desk.book.memory, 3)


def test_only_the_latest_numbers_are_kept():
    desk = Desk()
    for number in range(MOST_RECENTS + 5):
        desk.book.called(numbered(number))
    wires = [recent.wire for recent in desk.book.memory.recents]
    assert wires == [numbered(number).wire for number in range(MOST_RECENTS + 4, 4, -1)]


def test_a_recent_number_can_be_forgotten():
    desk = Desk()
    desk.book.called(MOBILE)
    desk.book.called(OFFICE)
    desk.book.forget_recent(OFFICE.wire)
    assert [recent.wire for recent in desk.book.memory.recents] == [MOBILE.wire]


def test_a_favourite_given_again_is_renamed_in_its_place():
    desk = Desk()
    desk.book.add_favourite(favourite(MOBILE, "Ali"))
    desk.book.add_favourite(favourite(OFFICE, "Depo"))
    desk.book.add_favourite(favourite(MOBILE, "Ali Kaya"))
    assert [one.name for one in desk.book.memory.favourites] == ["Ali Kaya", "Depo"]
    desk.book.remove_favourite(MOBILE.wire)
    assert [one.name for one in desk.book.memory.favourites] == ["Depo"]


def test_a_name_in_the_portal_comes_to_the_front_when_used_and_is_good_again():
    desk = Desk()
    desk.book.use_name(PortalKind.SOUND, " duyuru1 ")
    desk.book.use_name(PortalKind.SOUND, "duyuru2")
    desk.book.use_name(PortalKind.MENU, "duyuru1")
    desk.book.mark_refused(PortalKind.SOUND, "duyuru1")
    assert desk.book.memory.names(PortalKind.SOUND) == (
        PortalName(PortalKind.SOUND, "duyuru2"),
        PortalName(PortalKind.SOUND, "duyuru1", refused=True),
    )
    assert desk.book.memory.names(PortalKind.MENU) == (PortalName(PortalKind.MENU, "duyuru1"),)
    desk.book.use_name(PortalKind.SOUND, "duyuru1")
    assert desk.book.memory.names(PortalKind.SOUND)[0] == PortalName(PortalKind.SOUND, "duyuru1")
    desk.book.remove_name(PortalKind.SOUND, "duyuru2")
    assert [one.name for one in desk.book.memory.names(PortalKind.SOUND)] == ["duyuru1"]


def test_the_name_that_was_not_used_for_longest_goes_and_other_kinds_stay():
    desk = Desk()
    desk.book.use_name(PortalKind.LINE, "8501110000")
    for number in range(MOST_NAMES + 1):
        desk.book.use_name(PortalKind.SOUND, f"s{number}")
    sounds = [one.name for one in desk.book.memory.names(PortalKind.SOUND)]
    assert (len(sounds), sounds[0], sounds[-1]) == (MOST_NAMES, f"s{MOST_NAMES}", "s1")
    assert len(desk.book.memory.names(PortalKind.LINE)) == 1


def test_nothing_is_kept_or_told_when_nothing_changes():
    desk = Desk()
    desk.book.use_name(PortalKind.SOUND, "  ")
    desk.book.mark_refused(PortalKind.SOUND, "unknown")
    desk.book.remove_name(PortalKind.SOUND, "unknown")
    desk.book.forget_recent("5550001122")
    desk.book.remove_favourite("5550001122")
    desk.book.set_my_queues([])
    desk.book.load(DialMemory())
    assert (desk.kept, desk.told) == ([], 0)


def test_the_queues_of_the_shift_are_kept_in_their_order_once_each():
    desk = Desk()
    desk.book.set_my_queues(["Satis", "Destek", "Satis"])
    assert desk.kept == [DialMemory(my_queues=("Satis", "Destek"))]


def test_what_the_store_had_is_told_and_not_written_back():
    desk = Desk()
    desk.book.load(DialMemory(my_queues=("Destek",)))
    assert (desk.kept, desk.told, desk.book.memory.my_queues) == ([], 1, ("Destek",))
    desk.stop()
    desk.book.called(MOBILE)
    assert desk.told == 1


def test_all_of_it_comes_through_the_stores_json():
    desk = Desk()
    desk.book.called(ABROAD)
    desk.book.add_favourite(favourite(MOBILE, "Ayşe"))
    desk.book.use_name(PortalKind.ANNOUNCEMENT, "anons")
    memory = desk.book.memory
    assert msgspec.json.decode(msgspec.json.encode(memory), type=DialMemory) == memory


def test_without_text_favourites_come_before_recents_and_a_number_comes_once():
    desk = Desk(None, AYSE, SHOP)
    desk.book.called(Dialled(NumberKind.MOBILE, "5550003344", "0555 000 33 44"))
    desk.book.called(MOBILE)
    desk.book.add_favourite(favourite(MOBILE, "Ali"))
    offered = desk.book.suggestions("  ", BOARD)
    assert [(one.title, one.detail, one.source) for one in offered] == [
        ("Ali", "0555 000 11 22", "favourite"),
        ("Yılmaz Ticaret", "0555 000 33 44 · Bayi", "recent"),
    ]


def test_an_extension_typed_whole_stands_before_longer_ones_and_is_offered_with_its_name():
    desk = Desk(None, AYSE, ISIK)
    first, second = desk.book.suggestions("101", BOARD)
    assert (first.dial, first.title, first.detail, first.source) == ("101", "Ayşe Yılmaz", "101 · Destek", "directory")
    assert (second.dial, second.title, second.detail, second.source) == ("1010", "1010", "", "board")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("ayse", ["Ayşe Yılmaz"]),
        ("AYŞE YIL", ["Ayşe Yılmaz"]),
        ("yilmaz", ["Yılmaz Ticaret", "Ayşe Yılmaz"]),
        ("yılmaz destek", ["Ayşe Yılmaz"]),
        ("isik", ["Işık Çetin"]),
        ("IŞIK", ["Işık Çetin"]),
        ("satis", ["Işık Çetin"]),
        ("etin", ["Işık Çetin"]),
        ("ayse 101", ["Ayşe Yılmaz"]),
        ("nobody", []),
        ("101 destek çetin", []),
    ],
)
def test_people_are_found_by_name_and_team_however_they_are_typed(text, titles):
    assert Desk(None, AYSE, ISIK, SHOP).titles(text) == titles


@pytest.mark.parametrize(
    "text", ["0555", "555000", "+90 555", "0090555", "90 (555) 000-33", "3344", "٠٥٥٥", "05550003344"]
)
def test_outside_numbers_are_found_however_they_are_typed(text):
    assert Desk(None, AYSE, SHOP).titles(text) == ["Yılmaz Ticaret"]


def test_numbers_abroad_are_found_with_plus_and_with_00():
    desk = Desk()
    desk.book.called(ABROAD)
    assert desk.titles("+371") == desk.titles("00371") == ["+371 20 001 122"]
    assert desk.book.suggestions("+371", BOARD)[0].dial == "+371 20 001 122"


def test_outside_members_of_a_queue_are_no_extensions():
    assert Desk().titles("555") == []


def test_no_more_is_offered_than_wanted():
    desk = Desk()
    for number in range(20):
        desk.book.called(numbered(number))
    assert len(desk.titles("0555")) == 8
    assert desk.titles("", limit=2) == ["0555 000 00 19", "0555 000 00 18"]


@pytest.mark.parametrize("number", ["5550003344", "05550003344", "+90 555 000 33 44", "00905550003344"])
def test_a_number_has_its_name_in_every_form(number):
    desk = Desk(None, SHOP)
    assert desk.book.name_of_number(number) == "Yılmaz Ticaret"
    desk.book.add_favourite(favourite(Dialled(NumberKind.MOBILE, "5550003344", "0555 000 33 44"), "Hasan"))
    assert desk.book.name_of_number(number) == "Hasan"


def test_a_number_that_nobody_named_has_no_name():
    desk = Desk(None, SHOP)
    assert [desk.book.name_of_number(number) for number in ("", "anonymous", "05550009988")] == ["", "", ""]


@given(st.text(max_size=20))
def test_any_text_is_searched_without_an_exception(text):
    desk = Desk(None, AYSE, SHOP, DirectoryEntry("çağrı", "No number"))
    desk.book.called(MOBILE)
    assert len(desk.book.suggestions(text, BOARD)) <= 8


def test_a_deleted_number_is_nowhere_in_the_book_and_the_rest_stays():
    desk = Desk()
    for dialled in (MOBILE, OFFICE, msgspec.structs.replace(MOBILE, wire="905550001122")):
        desk.book.called(dialled)
    desk.book.add_favourite(favourite(MOBILE, "Ayşe"))
    desk.book.add_favourite(favourite(OFFICE, "0555 000 11 22"))
    desk.book.use_name(PortalKind.LINE, "05550001122")
    desk.book.use_name(PortalKind.MENU, "Karşılama")
    desk.book.forget("5550001122")
    left = desk.book.memory
    assert [one.wire for one in left.recents] == [OFFICE.wire]
    assert left.favourites == ()
    assert [one.name for one in left.portal] == ["Karşılama"]
    assert desk.kept[-1] == left
    told = desk.told
    desk.book.forget("5550009988")
    assert desk.told == told
