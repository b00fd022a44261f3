"""What a request that failed means for everybody who sends: a refused login, too many requests. It sends nothing."""

from collections.abc import Callable

from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, PbxError

BUDGET = "autodial"
NO_SUCH_LIST = frozenset({"no_list", "bad_id"})
"""Reasons with which the PBX says that it has no such list."""


def note_failure(error: PbxError, refusals: Refusals, limit_answer: Callable[[str], object]) -> None:
    """Tell those who must know: that the PBX refused the login, or counts too many requests.

    Of requests that were on their way together one refused login counts.
    """
    if isinstance(error, LimitReached):
        limit_answer(BUDGET)
    login = isinstance(error, BadCredentials) and error.reason == "credentials"
    if login and not refusals.stopped:
        refusals.add()
