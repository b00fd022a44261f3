"""The PBX as one object, every operation a method. The operations and the way out are in files of their own."""

from supervisor_gui.netsantral.autodial_operations import AutodialOperations
from supervisor_gui.netsantral.call_operations import CallOperations
from supervisor_gui.netsantral.queue_operations import QueueOperations
from supervisor_gui.netsantral.record_operations import RecordOperations
from supervisor_gui.netsantral.statistics_operations import StatisticsOperations


class Client(QueueOperations, CallOperations, RecordOperations, StatisticsOperations, AutodialOperations):
    """One account's operations, each one request through its budget. See `Requester` for how it is made."""
