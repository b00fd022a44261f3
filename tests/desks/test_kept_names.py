"""What agents are called on pictures of the past: extensions for good, outside numbers while they are on the board."""

from collections.abc import Iterable

from supervisor_gui.desks.reporting import kept_names
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.ports import DirectoryEntry

NAMES = (
    DirectoryEntry("101", "Ayşe"),
    DirectoryEntry("05550000122", "Veli"),
    DirectoryEntry("05550000222", "Can"),
    DirectoryEntry("05550000344", "A customer"),
)


class NoStore:
    """Keeps nothing."""

    def put_names(self, account: str, entries: Iterable[DirectoryEntry]) -> None:
        """Nothing."""


def names(*members: str) -> dict[str, str]:
    return kept_names(Directory("8501110000", NoStore(), NAMES), members)


def test_an_extension_has_its_name_whoever_is_on_the_board() -> None:
    assert names() == {"101": "Ayşe"}
    assert names("102", "5550000144") == {"101": "Ayşe"}


def test_an_outside_member_is_named_by_the_last_digits_that_are_kept() -> None:
    assert names("101", "5550000122") == {"101": "Ayşe", "•••22": "Veli"}


def test_two_outside_members_whose_numbers_end_alike_have_no_name() -> None:
    assert names("5550000122", "5550000222") == {"101": "Ayşe"}
    assert names("5550000122", "5550009922") == {"101": "Ayşe"}, "also when only one of them has a name"
