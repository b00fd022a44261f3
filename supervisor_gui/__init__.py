"""NetSantral Supervisor: a desktop for people who run or work in a call centre on the NetSantral cloud PBX."""

__version__ = "0.9.0"
