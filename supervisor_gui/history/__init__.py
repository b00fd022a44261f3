"""What was, in a local SQLite file: samples, calls, names, audit, and the PBX's days, which are asked for here too."""
