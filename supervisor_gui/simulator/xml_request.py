"""The fields of an XML request to the API host, hostile XML refused. What the fields mean is the services' business."""

from xml.parsers import expat

LARGEST = 16_384


class WrongXmlError(ValueError):
    """A body is no XML that the API host would read."""


def xml_fields(text: str) -> dict[str, str]:
    """The text of every element by its tag; of elements with one tag the first counts.

    Raises:
        WrongXmlError: The text is too large, is not well formed, or brings a document type of its own.
    """
    if len(text) > LARGEST:
        raise WrongXmlError("too large")
    fields: dict[str, str] = {}
    open_tags: list[tuple[str, list[str]]] = []

    def begin(tag: str, _attributes: object) -> None:
        open_tags.append((tag, []))

    def content(piece: str) -> None:
        open_tags[-1][1].append(piece)

    def end(_tag: str) -> None:
        tag, pieces = open_tags.pop()
        fields.setdefault(tag, "".join(pieces).strip())

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, content
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(text, True)
    except (expat.ExpatError, UnicodeError) as wrong:
        raise WrongXmlError("not well formed") from wrong
    return fields


def _refuse_doctype(*_: object) -> None:
    # Entities can only be declared there.
    raise WrongXmlError("document types are not read")
