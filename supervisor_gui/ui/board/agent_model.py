"""The agents' row model: it also tells the mouse what is dragged. Order and filter are the general model's."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from supervisor_gui.ui.board.agent_rows import AgentRow
from supervisor_gui.ui.models.column import Column
from supervisor_gui.ui.models.keyed_rows import KeyedRows

AGENTS_MIME = "application/x-netsantral-agents"


class AgentModel(KeyedRows[AgentRow]):
    """Agents by extension; rows can be dragged onto a queue."""

    def __init__(self, columns: Sequence[Column[AgentRow]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._flags = [flags | Qt.ItemFlag.ItemIsDragEnabled for flags in self._flags]

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [AGENTS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged extensions, one a line."""
        places = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(AGENTS_MIME, "\n".join(self.row_at(place).key for place in places).encode())
        return data


def dragged(data: QMimeData) -> tuple[str, ...]:
    """The extensions of a drag; empty when it is something else."""
    if not data.hasFormat(AGENTS_MIME):
        return ()
    return tuple(bytes(data.data(AGENTS_MIME).data()).decode().split("\n"))
