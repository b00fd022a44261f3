"""Phone numbers in one comparable form. It dials nothing and checks no numbering plan."""

MEMBER_DIGITS = 7
"""From this many digits on a member of a queue is an outside number, not an extension."""

_ABROAD = (("90", 12),)
_FORMS = (("0090", 14), ("90", 12), ("0", 11), ("", 10))


def national(number: str) -> str:
    """A Turkish number as 0 and ten digits however it was sent; anything else as received.

    The PBX writes one caller as 0…, 90… or 0090… in different places (docs/protocol.md, Event stream).
    """
    digits = number.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return number
    for prefix, length in _ABROAD if number.startswith("+") else _FORMS:
        if len(digits) == length and digits.startswith(prefix):
            core = digits[len(prefix) :]
            return number if core.startswith("0") else "0" + core
    return number


def member_key(extension: str) -> tuple[str, bool]:
    """A queue member's key and whether it is an outside number: those go by ten digits, as commands send them."""
    if len(extension) < MEMBER_DIGITS:
        return extension, False
    told = national(extension)
    digits = told.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return extension, False
    return (told[1:] if len(told) == 11 and told.startswith("0") else told), True
