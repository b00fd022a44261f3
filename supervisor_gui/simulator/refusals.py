"""How each service of the API host words a refusal that a fault orders. Which fault strikes is decided in `faults`."""

from collections.abc import Callable, Mapping

from supervisor_gui.simulator import api_report, api_statistics, autocall_orders
from supervisor_gui.simulator.answers import Payload
from supervisor_gui.simulator.api_autocall import AUTOCALL_PATH
from supervisor_gui.simulator.http_face import Ask
from supervisor_gui.simulator.spoil import CODE_TEXTS, NOT_ALLOWED_HERE, error

AUTOCALL_TEXTS: Mapping[str, str] = {
    "30": autocall_orders.NO_LOGIN,
    "60": "Otomatik arama paketiniz veya yetkiniz bulunmamaktadır.",
    "70": autocall_orders.WRONG,
    "80": autocall_orders.TOO_MANY,
    "301": autocall_orders.BAD_ID,
    "400": autocall_orders.NO_LIST,
}


def refuse(ask: Ask, code: str) -> Payload:
    """The refusal of a request with a code, in the shape and the words of its service.

    Args:
        code: The code, or NOT_ALLOWED_HERE for an address that may not ask.
    """
    path = ask.path.rstrip("/")
    if code == NOT_ALLOWED_HERE:
        # Only the services of records have a code of its own for it.
        code = "331" if path in RECORD_PATHS else "30"
    shape = SHAPES.get(path)
    return shape(ask, code) if shape else error("api", code)


def _autocall(_ask: Ask, code: str) -> Payload:
    message = AUTOCALL_TEXTS.get(code) or CODE_TEXTS[code]
    return {"header": {"error": True, "code": int(code), "message": message}, "body": []}


RECORD_PATHS = frozenset({api_report.REPORT_PATH, api_report.REPORT_XML_PATH, api_statistics.STATISTICS_PATH})

SHAPES: Mapping[str, Callable[[Ask, str], Payload]] = {
    api_report.REPORT_PATH: api_report.refusal,
    api_report.REPORT_XML_PATH: api_report.refusal,
    api_statistics.STATISTICS_PATH: api_statistics.refusal,
    AUTOCALL_PATH: _autocall,
}
