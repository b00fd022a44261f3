"""Long numbers cut to their last two digits before anything is stored. Not the seat's policy for screens and exports.

The rule of this room: whatever looks like a telephone number, seven digits or more, is kept by its last two digits in
audit and intervals, an outside member's number and the PBX's own words included. Extensions (six digits at most) stay
whole. Some places keep numbers whole because that is what they are for: the directory, which is the user's own list of
names; the memory of an account, for what the user dialled and keeps as favourites; the calls seen, so that the next
call of a number can be told its last one; the PBX's lists of a day's calls; its call records, with the notes about
missed callers; what tells whose a saved recording is; numbers on their way into auto-dial lists; and the do-not-call
list. The numbers of calls and uploads go after their time (`retention`), a number that is to be forgotten at once
(`forget_rows`), and what is deleted is overwritten.
"""

import re

from supervisor_gui.text import last_two

_LONG_NUMBER = re.compile(r"(?<!\S)sip\d{1,3}-\d{10}\.\d{1,12}(?!\S)|\+?\d(?:[\s().-]{0,2}\d){6,}")
_CALL = "sip"


def masked(text: str) -> str:
    """`text` with each number of seven digits or more, spaces and dashes within it allowed, as `•••22`.

    A call's unique id, with the name of its node before it, is no number: it tells in the audit what was listened to.
    """
    return _LONG_NUMBER.sub(_shortened, text)


def _shortened(found: re.Match[str]) -> str:
    return found.group() if found.group().startswith(_CALL) else last_two(found.group())
