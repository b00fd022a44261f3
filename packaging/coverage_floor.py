"""Hold the coverage floors: 100 % where a wrong branch overruns the PBX or loses an intent, 95 % around it."""

import subprocess
import sys

FLOORS = {
    100: (
        "supervisor_gui/live/bus.py",
        "supervisor_gui/netsantral/budget*.py",
        "supervisor_gui/netsantral/codec*.py",
    ),
    95: ("supervisor_gui/netsantral/*", "supervisor_gui/live/*", "supervisor_gui/autodial/*"),
}


def main() -> int:
    """Print each floor's report and, as the last lines, the floors that were missed; 1 when there are any."""
    missed = []
    for floor, patterns in FLOORS.items():
        print(f"— at least {floor} % of {', '.join(patterns)}", flush=True)
        command = [
            "report",
            f"--include={','.join(patterns)}",
            f"--fail-under={floor}",
            "--show-missing",
            "--skip-covered",
        ]
        if subprocess.run([sys.executable, "-m", "coverage", *command], check=False).returncode:
            missed.append(f"coverage is below {floor} % in {', '.join(patterns)}")
    for line in missed:
        print(line, file=sys.stderr)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
