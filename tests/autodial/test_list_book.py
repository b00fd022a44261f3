"""What overviews, reports and orders make of the lists that are known."""

from supervisor_gui.autodial.due import Watch
from supervisor_gui.autodial.list_book import Book, view_of, watched
from supervisor_gui.autodial.values import KeptList, ListState, UploadJob
from supervisor_gui.netsantral.errors import Refusal
from supervisor_gui.netsantral.types_autodial import AutodialList, AutodialLists

NO_LIST = Refusal("list_report", "no_list", code="400")


def overview(*ids: str, status: str = "0", damaged: int = 0) -> AutodialLists:
    return AutodialLists(tuple(AutodialList(list_id, f"Liste {list_id}", status) for list_id in ids), damaged)


def states(book: Book) -> list[tuple[str, ListState]]:
    return [(shown.id, shown.state) for shown in view_of(book, (), {}, {}, "").lists]


def test_a_whole_overview_shows_that_a_list_is_gone_and_keeps_it_last() -> None:
    book = Book().told(overview("1", "2", "3"), 10.0, 0.0).told(overview("3", "2"), 20.0, 1.0)
    assert states(book) == [("3", ListState.NEW), ("2", ListState.NEW), ("1", ListState.GONE)]
    assert book.as_of == 20.0


def test_a_damaged_overview_shows_no_absence() -> None:
    book = Book().told(overview("1", "2"), 10.0, 0.0).told(overview("2", damaged=1), 20.0, 1.0)
    assert states(book) == [("2", ListState.NEW), ("1", ListState.NEW)]
    assert view_of(book, (), {}, {}, "").damaged == 1


def test_a_list_that_was_gone_stays_so_through_damage_and_comes_back_when_it_is_listed() -> None:
    book = Book().told(overview("1", "2"), 10.0, 0.0).told(overview("2"), 20.0, 1.0)
    book = book.told(overview("2", damaged=1), 30.0, 2.0)
    assert states(book) == [("2", ListState.NEW), ("1", ListState.GONE)]
    assert states(book.told(overview("1", "2"), 40.0, 3.0)) == [("1", ListState.NEW), ("2", ListState.NEW)]


def test_rows_without_an_id_and_repeated_ones_are_left_out() -> None:
    assert [list_id for list_id, _ in states(Book().told(overview("", "1", "1"), 10.0, 0.0))] == ["1"]


def test_an_overview_from_before_an_orders_answer_does_not_bring_the_old_state_back() -> None:
    book = Book().told(overview("1"), 10.0, 0.0).set_running("1", 15.0, running=True)
    assert states(book) == [("1", ListState.RUNNING)]
    assert states(book.told(overview("1"), 14.0, 1.0)) == [("1", ListState.RUNNING)]
    assert states(book.told(overview("1", status="2"), 16.0, 1.0)) == [("1", ListState.STOPPED)]


def test_a_list_that_no_overview_listed_is_asked_for_and_not_shown() -> None:
    book = Book().aged("9", 5.0, wanted=True)
    assert states(book) == []
    assert [age.list_id for age in watched(book, Watch(), ()).lists] == ["9"]
    assert book.lost("9", NO_LIST).lists == {}


def test_a_list_that_the_pbx_denies_is_gone_and_asked_for_no_more() -> None:
    book = Book().told(overview("1"), 10.0, 0.0).lost("1", NO_LIST)
    (shown,) = view_of(book, (), {}, {}, "").lists
    assert (shown.state, shown.problem) == (ListState.GONE, NO_LIST)
    assert watched(book, Watch(looking="1"), ()).lists == ()


def test_the_view_joins_uploads_rules_and_orders() -> None:
    book = Book().told(overview("1", "2"), 10.0, 0.0)
    jobs = (UploadJob(3, "", "Yeni", 0.0), UploadJob(2, "1", "Liste 1", 0.0), UploadJob(1, "1", "Liste 1", 0.0))
    kept = KeptList("2", 0.0, who="ayse")
    view = view_of(book, jobs, {"2": kept}, {"1": "stop"}, "2")
    assert [job.id for job in view.jobs] == [3]
    assert [[job.id for job in shown.jobs] for shown in view.lists] == [[2, 1], []]
    assert [(shown.kept, shown.pending) for shown in view.lists] == [(None, "stop"), (kept, "")]
    assert view.looking == "2"
