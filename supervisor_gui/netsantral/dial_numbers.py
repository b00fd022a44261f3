"""Reads what somebody typed to be dialled: one clean number with its kind and its form for the PBX, or why it is none.

It calls nobody. What Turkish numbers mean is written here; area codes, charged ranges and numbers abroad come from
`phonenumbers`, which is loaded when the first number needs it.
"""

import re
from collections.abc import Callable

from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind, Reading
from supervisor_gui.text import fold, typed_signs

REFUSALS = (
    "empty",
    "letters",
    "too_short",
    "too_long",
    "several",
    "parameters",
    "not_a_number",
    "unknown_extension",
    "has_extension",
)
"""Every word that a reading may be refused with."""

_LONGEST_TEXT = 200
_LONGEST_EXTENSION = 5
_NATIONAL_DIGITS = 10
_COUNTRY = "90"
_SCHEME = "tel:"
_SIGNS = frozenset("0123456789+ -./()[]·,;|&")
_LIST_SIGNS = re.compile(r"[,;|&]")
_GROUPS = re.compile(r"\d+")
_INSIDE = re.compile(r"(?:\bdahili(?: no)?|\bdah|\bext(?:ension)?|(?<![a-z])x|#)[ .:]*(?P<digits>\d{1,6})$")
_SHORT_LINE = re.compile(r"444\d{4}")
_PLAN = re.compile(r"11[02-79]|1[2-9]\d|118\d\d")
_IN_USE = re.compile(r"11[024]|118\d\d|122|13[126]|14[047]|15[013-9]|16[68]|17[01457]|18[1-9]|19[01]")
"""Emergency and public services that people call. The whole plan would put every extension from 120 to 199 in doubt."""


def read_number(text: str, *, is_extension: Callable[[str], bool]) -> Reading:
    """What `text` means as a number to be dialled; whatever it holds, no error is raised.

    Args:
        text: As typed or pasted, with blanks, signs and digits of any script, `tel:` in front or not.
        is_extension: Whether these digits are an extension of this PBX.
    """
    if len(text) > _LONGEST_TEXT:
        return _refused("too_long")
    plain = typed_signs(text)
    linked = plain[: len(_SCHEME)].casefold() == _SCHEME
    if linked:
        plain = plain[len(_SCHEME) :].strip()
    if not plain:
        return _refused("empty")
    if ("=" in plain or linked) and any(sign in plain for sign in ";?="):
        return _refused("parameters")
    inside = _INSIDE.search(fold(plain).rstrip(" ).]"))
    if inside is not None:
        before = fold(plain)[: inside.start()]
        if not before.strip(" (["):
            return _extension(inside["digits"], is_extension)
        if _GROUPS.search(before) and not any(map(str.isalpha, before)):
            return _refused("has_extension")
    return _refused_by_signs(plain) or _read_signs(plain, is_extension)


def _refused_by_signs(plain: str) -> Reading | None:
    """Why these characters are no single number, None if they may be one."""
    if any(map(str.isalpha, plain)):
        return _refused("letters")
    if not _SIGNS.issuperset(plain):
        return _refused("not_a_number")
    parts = [part for part in map(_digits, _LIST_SIGNS.split(plain)) if part]
    if len(parts) > 1:
        return _refused("has_extension" if len(parts[1]) <= _LONGEST_EXTENSION else "several")
    before, plus, after = plain.rpartition("+")
    if plus and _digits(before):
        return _refused("several" if _digits(after) else "not_a_number")
    return _refused("not_a_number") if "+" in before else None


def _read_signs(plain: str, is_extension: Callable[[str], bool]) -> Reading:
    digits, plus = _digits(plain), "+" in plain
    if len(digits) <= _LONGEST_EXTENSION and not plus:
        return _short(digits, is_extension)
    reading = _outside(digits, plus=plus)
    if reading.refused == "too_long":
        return _refused(_second_number(plain, plus=plus))
    return reading


def _short(digits: str, is_extension: Callable[[str], bool]) -> Reading:
    """Up to five digits: an extension, a service, or both."""
    service = Dialled(NumberKind.SERVICE, digits, digits)
    if digits and is_extension(digits):
        extension = Dialled(NumberKind.EXTENSION, digits, digits)
        return Reading((extension, service) if _IN_USE.fullmatch(digits) else (extension,))
    if _PLAN.fullmatch(digits):
        return Reading((service,))
    # Outside numbers begin with 0 while they are typed, extensions do not.
    return _refused("too_short" if len(digits) < 2 or digits.startswith("0") else "unknown_extension")


def _extension(digits: str, is_extension: Callable[[str], bool]) -> Reading:
    """Digits of which it was said that they are an extension."""
    if not is_extension(digits):
        return _refused("unknown_extension")
    return Reading((Dialled(NumberKind.EXTENSION, digits, digits),))


def _outside(digits: str, *, plus: bool) -> Reading:
    if plus or digits.startswith("00"):
        number = digits.removeprefix("00")
        return _turkish(number.removeprefix(_COUNTRY)) if number.startswith(_COUNTRY) else _abroad(number)
    # 90 is the country only before a whole number: 0900 numbers begin with it too.
    rest = digits.removeprefix(_COUNTRY)
    whole = _SHORT_LINE.fullmatch(rest) or len(rest.removeprefix("0")) == _NATIONAL_DIGITS
    return _turkish(rest if rest != digits and whole else digits)


def _turkish(number: str) -> Reading:
    """A Turkish number without its country, with a 0 in front or not."""
    national = number.removeprefix("0")
    if _SHORT_LINE.fullmatch(national):
        return Reading((Dialled(NumberKind.SHORT_LINE, national, f"{national[:3]} {national[3]} {national[4:]}"),))
    if len(national) != _NATIONAL_DIGITS:
        return _refused("too_short" if len(national) < _NATIONAL_DIGITS else "too_long")
    kind = _turkish_kind(national)
    if kind is None:
        return _refused("not_a_number")
    shown = f"0{national[:3]} {national[3:6]} {national[6:8]} {national[8:]}"
    return Reading((Dialled(kind, national, shown),))


def _turkish_kind(national: str) -> NumberKind | None:
    """What ten digits are, None for a range that nobody has."""
    if national.startswith("5"):
        # New ranges are given out between two releases; who has one must be reachable.
        return NumberKind.MOBILE
    if national.startswith("850"):
        return NumberKind.CORPORATE
    if national.startswith(("822", "900")):
        return NumberKind.CHARGED
    import phonenumbers  # noqa: PLC0415  30 ms and 3 MB that the start shall not pay

    types = phonenumbers.PhoneNumberType
    number = phonenumbers.PhoneNumber(country_code=int(_COUNTRY), national_number=int(national))
    match phonenumbers.number_type(number):
        case types.FIXED_LINE | types.FIXED_LINE_OR_MOBILE:
            return NumberKind.GEOGRAPHIC
        case types.TOLL_FREE:
            return NumberKind.FREE
        case types.UNKNOWN:
            return None
        case _:
            # Whatever a coming release knows and we do not is asked about.
            return NumberKind.CHARGED


def _abroad(number: str) -> Reading:
    """A number with its country code, which is not Turkey's.

    Its length alone must be right: plans abroad change, and the user is asked anyway.
    """
    import phonenumbers  # noqa: PLC0415  see above

    results = phonenumbers.ValidationResult
    try:
        parsed = phonenumbers.parse(f"+{number}")
    except phonenumbers.NumberParseException as error:
        short = error.error_type in {error.TOO_SHORT_AFTER_IDD, error.TOO_SHORT_NSN} or len(number) < 5
        too_long = error.error_type == error.TOO_LONG
        return _refused("too_long" if too_long else "too_short" if short else "not_a_number")
    match phonenumbers.is_possible_number_with_reason(parsed):
        case results.IS_POSSIBLE:
            pass
        case results.TOO_LONG:
            return _refused("too_long")
        case results.TOO_SHORT | results.IS_POSSIBLE_LOCAL_ONLY:
            return _refused("too_short")
        case _:
            return _refused("not_a_number")
    code, national = parsed.country_code or 0, phonenumbers.national_significant_number(parsed)
    if national.startswith("0") and not phonenumbers.is_valid_number(parsed):
        # Few countries have a 0 there; in others it is the one before an area code, and it is not known how many go.
        return _refused("not_a_number")
    region = phonenumbers.region_code_for_number(parsed) or phonenumbers.region_code_for_country_code(code)
    wire = f"00{code}{national}"
    shown = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return Reading((Dialled(NumberKind.FOREIGN, wire, shown, region if region.isalpha() else ""),))


def _second_number(plain: str, *, plus: bool) -> str:
    """Why these digits are too many: another number or an extension stands behind a whole number, or just so."""
    groups = _GROUPS.findall(plain)
    for cut in range(1, len(groups)):
        first, second = "".join(groups[:cut]), "".join(groups[cut:])
        if not _outside(first, plus=plus).choices:
            continue
        if 1 < len(second) <= _LONGEST_EXTENSION:
            return "has_extension"
        if _outside(second, plus=False).choices:
            return "several"
    return "too_long"


def _digits(text: str) -> str:
    return "".join(_GROUPS.findall(text))


def _refused(reason: str) -> Reading:
    return Reading(refused=reason)
