"""What faults do to answers that are no JSON object: a JSON list, XML, lines of columns. Its words are `spoil`'s."""

import re

import msgspec

from supervisor_gui.simulator.answers import Text
from supervisor_gui.simulator.spoil import HOSTILE, WORD, reshape

BREAK = "<br/>"
_NODE = re.compile(r"<([\w-]+)>([^<>]+)</")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What a client needs to tell rows apart stays under hostile texts, as it does in events.
KEPT_NODES = frozenset({"code", "uniqueid", "date"})
TEXT_COLUMNS = frozenset({2, 3})


def reshape_text(names: tuple[str, ...], answer: Text, turn: int) -> object:
    """An answer's content after the faults that keep its form: a value for JSON, else bytes."""
    if "wrong-shape" in names:
        return reshape(names, answer.body, turn)
    if answer.media_type == "application/json":
        return reshape(names, msgspec.json.decode(answer.body), turn)
    if answer.media_type.startswith("audio/"):
        return answer.body
    text = answer.body.decode()
    if answer.media_type == "text/xml":
        return _NODE.sub(lambda node: f"<{node[1]}>{_node(names, node[1], node[2])}</", text).encode()
    # Refusals of the web server itself are pages.
    return answer.body if text.startswith("<") else _lines(names, text).encode()


def _node(names: tuple[str, ...], name: str, text: str) -> str:
    text = _plain(names, text)
    if "hostile-text" not in names or name in KEPT_NODES:
        return text
    # What no XML may hold would make it no XML, which is another fault.
    return _UNPRINTABLE.sub("", HOSTILE).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _lines(names: tuple[str, ...], text: str) -> str:
    return BREAK.join("|".join(_columns(names, line.split("|"))) for line in text.split(BREAK))


def _columns(names: tuple[str, ...], columns: list[str]) -> list[str]:
    return [
        HOSTILE if "hostile-text" in names and place in TEXT_COLUMNS else _plain(names, column)
        for place, column in enumerate(columns)
    ]


def _plain(names: tuple[str, ...], text: str) -> str:
    if "nulls" in names:
        return ""
    return WORD if "numbers-as-words" in names and text.isdecimal() else text
