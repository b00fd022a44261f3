"""A simulated PBX that speaks the real one's wire, for the demo and for tests. It uses nothing else of this program."""
