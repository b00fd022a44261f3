"""JSON in and out of the faces, with what broken clients send made harmless. It knows no field."""

import json

import msgspec

BIGGEST = 2**63 - 1


def encode(value: object) -> bytes:
    """Compact UTF-8 JSON; bytes stay as they are."""
    if isinstance(value, bytes):
        return value
    return msgspec.json.encode(value)


def decoded(raw: bytes) -> object:
    """A body as JSON, else as text; None when there is none."""
    if not raw:
        return None
    text = raw.decode("utf-8", "replace")
    try:
        return harmless(json.loads(text))
    except (ValueError, RecursionError):
        return text


def harmless(value: object) -> object:
    """The value without half surrogates and without integers that fit no machine word."""
    if isinstance(value, dict):
        return {_whole(str(key)): harmless(item) for key, item in value.items()}
    if isinstance(value, list):
        return [harmless(item) for item in value]
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, int) and not -BIGGEST <= value <= BIGGEST:
        return str(value)
    return value


def flat(body: object) -> dict[str, str]:
    """The plain values of an object as text; empty for everything else."""
    if not isinstance(body, dict):
        return {}
    return {str(key): str(value) for key, value in body.items() if isinstance(value, str | int)}


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
