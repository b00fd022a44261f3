"""The HTTP face of the PBX: `/<pbx>/<command>`, always HTTP 200. The commands themselves are in `operations`."""

from supervisor_gui.simulator import answers
from supervisor_gui.simulator.accounts import Accounts
from supervisor_gui.simulator.answers import Payload
from supervisor_gui.simulator.http_face import Ask
from supervisor_gui.simulator.operations import Operations, Order


class PbxFace:
    """Checks the path and the credentials and hands the command on."""

    def __init__(self, accounts: Accounts, operations: Operations) -> None:
        self._accounts = accounts
        self._operations = operations

    @staticmethod
    def operation_of(path: str) -> str:
        """The command a path names, empty when it is no command's path."""
        parts = path.split("/")
        return parts[2] if len(parts) == 3 and not parts[0] else ""

    async def respond(self, ask: Ask) -> Payload:
        """The answer to a request."""
        if ask.method not in {"GET", "POST"} or not self._operations.knows(ask.operation):
            return answers.WRONG_URI
        pbx = ask.path.split("/")[1]
        username = ask.params.get("username", "")
        if not self._accounts.is_pbx(pbx) or not self._accounts.lets_in(username, ask.params.get("password", "")):
            return answers.NOT_VERIFIED
        return await self._operations.answer(Order(ask.operation, pbx, username, ask.params))
