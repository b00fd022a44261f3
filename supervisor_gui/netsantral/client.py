"""The PBX as one object, every operation a method. The operations and the way out are in files of their own."""

from supervisor_gui.netsantral.queue_operations import QueueOperations


class Client(QueueOperations):
    """One account's operations, each one request through its budget. See `Requester` for how it is made."""
