"""Foreign text made safe, Turkish letters made searchable, durations in figures. Sorting is the Qt collator's."""

import unicodedata

_I_FORMS = str.maketrans({"İ": "i", "I": "i", "ı": "i"})
_SHOWN = 200


def fold(text: str) -> str:
    """A form for generous searching: İ I ı i are one letter, accents and case do not count."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_I_FORMS))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "␡" if char == "\x7f" else f"‹{ord(char):02X}›"
    if category in {"Cf", "Cs", "Co", "Zl", "Zp"}:
        return f"‹{ord(char):04X}›"
    return char


def clean(text: str, limit: int = _SHOWN) -> str:
    """Foreign text for one line on screen: control and direction characters made visible, cut with an ellipsis.

    Args:
        text: Anything: a name, a reason, a number, the PBX's own words.
        limit: The most characters kept, the ellipsis included.
    """
    if text.isascii() and text.isprintable():
        return text if len(text) <= limit else text[: limit - 1] + "…"
    shown = "".join(map(_visible, text[: limit + 1]))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def typed_signs(text: str) -> str:
    """`text` with plain digits, blanks and dashes, and without the marks that nobody sees: a number as it was meant."""
    chars = []
    for char in unicodedata.normalize("NFKC", text):
        category = unicodedata.category(char)
        if category == "Nd":
            chars.append(str(unicodedata.decimal(char)))
        elif category == "Pd" or char == "−":
            chars.append("-")
        elif char.isspace():
            chars.append(" ")
        elif category != "Cf":
            chars.append(char)
    return "".join(chars).strip()


def last_two(number: str) -> str:
    """A customer's number for logs and masked screens: dots and its last two digits."""
    digits = "".join(char for char in number if char.isdigit())
    return f"•••{digits[-2:]}" if len(digits) > 4 else "•••"


def duration(seconds: float) -> str:
    """`mm:ss`, `h:mm:ss` from an hour on, begun seconds left out; what is negative is zero."""
    whole = int(seconds) if seconds > 0 else 0
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes:02d}:{rest:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"
