"""What was: samples, intervals, names and audit in a local SQLite file. It never talks to the PBX."""
