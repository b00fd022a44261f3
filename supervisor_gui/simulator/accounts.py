"""Who may come in. It knows one account, or with "any" every well-formed one, and one password."""

import hmac
import re

ANY = "any"
_NUMBER = re.compile(r"[1-9]\d{9}", re.ASCII)


class Accounts:
    """Checks credentials; the password is in no repr."""

    def __init__(self, account: str, password: str) -> None:
        self._account = account
        self._password = password.encode()

    def is_pbx(self, number: str) -> bool:
        """Whether there is such a PBX."""
        if self._account == ANY:
            return _NUMBER.fullmatch(number) is not None
        return number == self._account

    def lets_in(self, username: str, password: str) -> bool:
        """Whether user name and password fit."""
        return self.is_pbx(username) and hmac.compare_digest(password.encode("utf-8", "replace"), self._password)
