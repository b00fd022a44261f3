"""What becomes of numbers out of a file, in words: each row, all of them together, and files that cannot be read."""

from collections.abc import Mapping

from supervisor_gui.autodial.preview import Preview, PreviewRow, RowMark
from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.reports.spelling import span_words
from supervisor_gui.ui import format as figures

_WHY: Mapping[str, str] = {
    "letters": QT_TRANSLATE_NOOP("Campaigns", "no number: it has letters"),
    "too_short": QT_TRANSLATE_NOOP("Campaigns", "no number: it is too short"),
    "unknown_extension": QT_TRANSLATE_NOOP("Campaigns", "no number: it is too short"),
    "too_long": QT_TRANSLATE_NOOP("Campaigns", "no number: it is too long"),
    "several": QT_TRANSLATE_NOOP("Campaigns", "more than one number in one cell: leave the one to be called"),
    "has_extension": QT_TRANSLATE_NOOP("Campaigns", "an extension stands behind the number: take it away"),
    "parameters": QT_TRANSLATE_NOOP("Campaigns", "more than a number in the cell: leave the number alone"),
    "scientific": QT_TRANSLATE_NOOP(
        "Campaigns", "Excel shortened this number: format the column as text and save again"
    ),
    "formula": QT_TRANSLATE_NOOP("Campaigns", "a formula, no number: put the number itself into the cell"),
    "date": QT_TRANSLATE_NOOP("Campaigns", "a date, no number: format the column as text and save again"),
    "short": QT_TRANSLATE_NOOP("Campaigns", "a 444 line: lists call whole numbers only"),
    "service": QT_TRANSLATE_NOOP("Campaigns", "a service number: lists do not call these"),
    "free": QT_TRANSLATE_NOOP("Campaigns", "a toll-free number: lists do not call these"),
    "charged": QT_TRANSLATE_NOOP("Campaigns", "a charged number: lists do not call these"),
    "foreign": QT_TRANSLATE_NOOP("Campaigns", "a number abroad: lists call numbers in Turkey only"),
    "extension": QT_TRANSLATE_NOOP("Campaigns", "an extension: lists call outside numbers only"),
}

_PROBLEMS: Mapping[str, tuple[str, str]] = {
    "too_big": (
        QT_TRANSLATE_NOOP("Campaigns", "The file is too big."),
        QT_TRANSLATE_NOOP("Campaigns", "Up to 20 MB are read. Save the sheet with the numbers alone, or divide it."),
    ),
    "too_many": (
        QT_TRANSLATE_NOOP("Campaigns", "There are too many rows."),
        QT_TRANSLATE_NOOP("Campaigns", "Up to 100,000 rows are read at once. Divide them into several files."),
    ),
    "old_excel": (
        QT_TRANSLATE_NOOP("Campaigns", "This is an old Excel file, or one with a password."),
        QT_TRANSLATE_NOOP("Campaigns", "Open it in Excel, save it as XLSX without a password, and choose it again."),
    ),
    "damaged": (
        QT_TRANSLATE_NOOP("Campaigns", "The file is damaged."),
        QT_TRANSLATE_NOOP("Campaigns", "Open it in the program that made it, save it as XLSX or CSV, and try again."),
    ),
    "not_text": (
        QT_TRANSLATE_NOOP("Campaigns", "There is no table in this file."),
        QT_TRANSLATE_NOOP("Campaigns", "Choose a CSV or an XLSX file, or copy the numbers and paste them."),
    ),
    "empty": (
        QT_TRANSLATE_NOOP("Campaigns", "There are no rows in this."),
        QT_TRANSLATE_NOOP("Campaigns", "Choose a file with numbers, or copy the numbers and paste them."),
    ),
    "unreadable": (
        QT_TRANSLATE_NOOP("Campaigns", "The file cannot be opened."),
        QT_TRANSLATE_NOOP("Campaigns", "Look whether it is still there and whether you may read it, then try again."),
    ),
}


def mark_words(row: PreviewRow) -> str:
    """What becomes of one row."""
    words = {
        RowMark.GOOD: translate("Campaigns", "will be sent"),
        RowMark.DUPLICATE: translate("Campaigns", "comes twice: sent once"),
        RowMark.IN_LIST: translate("Campaigns", "already in the list"),
        RowMark.BLOCKED: translate("Campaigns", "on the do-not-call list"),
        RowMark.EMPTY: translate("Campaigns", "no number in this row"),
    }
    if row.mark in words:
        return words[row.mark]
    return translate("Campaigns", _WHY.get(row.why, QT_TRANSLATE_NOOP("Campaigns", "there is no such number")))


def part_word(mark: RowMark) -> str:
    """All rows of one mark, in a word or two for a button."""
    words = {
        RowMark.GOOD: translate("Campaigns", "Will be sent"),
        RowMark.DUPLICATE: translate("Campaigns", "Twice"),
        RowMark.IN_LIST: translate("Campaigns", "In the list"),
        RowMark.BLOCKED: translate("Campaigns", "Do not call"),
        RowMark.INVALID: translate("Campaigns", "Invalid"),
        RowMark.EMPTY: translate("Campaigns", "Empty"),
    }
    return words[mark]


def problem_words(problem: str) -> tuple[str, str]:
    """What is wrong with a file, by its stable word, and what to do."""
    title, todo = _PROBLEMS.get(problem, _PROBLEMS["damaged"])
    return translate("Campaigns", title), translate("Campaigns", todo)


def left_out_words(counts: Mapping[RowMark, int]) -> str:
    """What is not taken and why: "40 are invalid, 25 come twice"; empty when all is."""
    invalid, twice = counts.get(RowMark.INVALID, 0), counts.get(RowMark.DUPLICATE, 0)
    listed, blocked = counts.get(RowMark.IN_LIST, 0), counts.get(RowMark.BLOCKED, 0)
    empty = counts.get(RowMark.EMPTY, 0)
    parts = (
        translate("Campaigns", "%n are invalid", None, invalid) if invalid else "",
        translate("Campaigns", "%n come twice", None, twice) if twice else "",
        translate("Campaigns", "%n are in the list already", None, listed) if listed else "",
        translate("Campaigns", "%n are on the do-not-call list", None, blocked) if blocked else "",
        translate("Campaigns", "%n rows have no number", None, empty) if empty else "",
    )
    return ", ".join(part for part in parts if part)


def summary_words(made: Preview, chunk: int, seconds_each: float) -> str:
    """What will be sent, what will not and why, under which names, and how long that takes.

    Args:
        made: The numbers.
        chunk: How many go in one request.
        seconds_each: Seconds from one request to the next.
    """
    good, left_out = len(made.good), left_out_words(made.counts)
    lead = translate("Campaigns", "{good} of {all} will be sent").format(
        good=figures.count(good), all=figures.count(len(made.rows))
    )
    sentences = [f"{lead}: {left_out}." if left_out else f"{lead}."]
    if good and made.columns.name < 0:
        sentences.append(translate("Campaigns", "No name column: the number itself is sent as the name."))
    if good:
        requests = -(-good // max(1, chunk))
        how = translate("Campaigns", "That takes %n request(s)", None, requests)
        about = translate("Campaigns", "about {time}").format(time=span_words(requests * seconds_each))
        sentences.append(f"{how}, {about}.")
    return " ".join(sentences)


def untold_words() -> str:
    """What is missing in a preview before the PBX has told the list's numbers."""
    return translate(
        "Campaigns", "The list's own numbers are not known yet, so none of these is marked as already in it."
    )
