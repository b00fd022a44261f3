"""What a backfill wants of each day, as a frozen value. What of it is still missing is `planner`'s."""

import enum

import msgspec


class RecordsWanted(enum.Enum):
    """Of which days the call records are wanted."""

    NONE = "none"
    WHERE_NO_LIST = "where_no_list"
    """Of days whose lists of calls the PBX does not give: their hours are counted out of the records."""
    ALL = "all"


class Wants(msgspec.Struct, frozen=True):
    """What is wanted of each day.

    Attributes:
        figures: The day's figures.
        lists: The calls of each outcome. A day whose figures are not known yet is counted with all its lists, see
            `planner.ready`.
        records: Of which days the call records.
    """

    figures: bool = True
    lists: bool = True
    records: RecordsWanted = RecordsWanted.WHERE_NO_LIST

    @property
    def all_records(self) -> bool:
        """Whether each day needs its records."""
        return self.records is RecordsWanted.ALL

    @property
    def without_records(self) -> "Wants":
        """The same for an account that gets no records."""
        return msgspec.structs.replace(self, records=RecordsWanted.NONE)


STATISTICS = Wants()
"""What reports are made of."""

RECORDS = Wants(figures=False, lists=False, records=RecordsWanted.ALL)
"""The calls themselves."""
