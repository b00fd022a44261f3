"""Who worked on this machine, as the audit names them."""

import getpass
import os

import pytest

from supervisor_gui.sessions.audit import local_user


@pytest.mark.parametrize("why", [KeyError("uid not found"), OSError("no name"), ModuleNotFoundError("no pwd")])
def test_a_user_without_a_name_is_a_number(monkeypatch: pytest.MonkeyPatch, why: Exception) -> None:
    # Python before 3.13 asks Windows for a table of users that it has not.
    def nameless() -> str:
        raise why

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert local_user() == str(os.getuid())
