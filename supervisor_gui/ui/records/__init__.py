"""The page of call records: which calls, their rows, their legs. It asks the PBX for nothing and reads no store."""
