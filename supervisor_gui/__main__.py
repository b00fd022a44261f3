"""`python -m supervisor_gui`, and where a frozen program begins."""

import sys

from supervisor_gui.starting import give_streams

if __name__ == "__main__":
    # Before anything is imported that may print: a windowed program has nothing to print to.
    give_streams(sys.argv[1:])
    from supervisor_gui.cli import console

    console()
