"""A real GNOME Keyring for the tests of this room, one a file of tests."""

from collections.abc import Iterator

import pytest

from tests.helpers.prompter import Prompter
from tests.helpers.secret_service import KEYRING_PASSWORD, SecretService, secret_service


@pytest.fixture(scope="module")
def _service() -> Iterator[SecretService]:
    with secret_service() as service:
        yield service


@pytest.fixture
def service(_service: SecretService) -> SecretService:
    """GNOME Keyring, unlocked, empty, without anybody at its question window."""
    with Prompter(_service.address, "answer", KEYRING_PASSWORD):
        _service.clear()
    return _service
