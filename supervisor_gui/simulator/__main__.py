"""`python -m supervisor_gui.simulator`. The work is in `main`."""

import sys

from supervisor_gui.simulator.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
