"""Smoke checks of the commands that need no window: version, simulated PBX, doctor, exports, logs."""

import datetime as dt
import re
from pathlib import Path

from smoke_files import SmokeError, check_pdf, check_svg, read_csv, read_png, read_xlsx
from smoke_stage import ACCOUNT, LINUX, PASSWORD, Stage

ANSWERED = (0x00, 0x72, 0xB2)
"""The colour of answered calls in charts of the light look."""

TURKISH = re.compile("[ğışçöüĞİŞÇÖÜ]")
ROOT = Path(__file__).resolve().parents[2]


def checkouts_version() -> str:
    """The version that the checkout around this file says, empty outside of one."""
    source = ROOT / "supervisor_gui" / "__init__.py"
    found = re.search(r'__version__ = "([^"]+)"', source.read_text("utf-8")) if source.exists() else None
    return found[1] if found else ""


def version(stage: Stage, wanted: str) -> str:
    """`--version` says the checkout's, and nothing else."""
    said = stage.run("--version").well().out.strip()
    if not re.fullmatch(r"supervisor-gui \d\S*", said) or (wanted and said != f"supervisor-gui {wanted}"):
        raise SmokeError(f"it says {said!r}, wanted was {wanted!r}")
    return said


def simulated_pbx(stage: Stage) -> str:
    """The program itself serves as the PBX that all other checks talk to."""
    info = stage.simulate()
    stage.connection = stage.connect(info)
    return "serves control, API and events"


def simulated_tls(stage: Stage) -> str:
    """The same over TLS, with a certificate authority of its own that no system knows."""
    folder = stage.folder / "tls"
    info = stage.simulate("--tls", str(folder), days=0)
    tls = info["tls"]
    if not isinstance(tls, dict):
        raise SmokeError("it names no certificate authority")
    stage.tls = {"ca": str(tls["ca"]), "pbx": str(info["pbx_url"]), "api": str(info["api_url"])}
    return "serves over TLS"


def keyring_kept(stage: Stage) -> str:
    """A password in the real keyring, put there by another program than this."""
    stage.keep_password()
    return "a password was put into the keyring by hand"


def doctor_rows(said: str) -> dict[str, str]:
    """The doctor's table: subject → verdict and words in one line."""
    rows: dict[str, str] = {}
    subject = ""
    for line in said.splitlines():
        head = re.match(r"(\S+) +(\S+(?: \S+)*)  +(\S.*)", line)
        if head:
            subject = head[2]
            rows[subject] = f"{head[1]} {head[3]}"
        elif line.startswith("  ") and subject:
            rows[subject] += " " + line.strip()
    return rows


def doctor(stage: Stage) -> str:
    """Platform plugin, libraries, keyring back end, certificate store, program files: what the program itself finds."""
    ended = stage.run("doctor", *stage.connection, "--data-dir", str(stage.folder / "doctor"), "--lang", "en")
    rows = doctor_rows(ended.out)
    wanted = {"Qt": "", "System libraries": "", "Keyring": "", "Certificates": "", "Program files": "", "PBX": ""}
    wanted |= {"API": "", "Data folder": "", "Clock": ""}
    if LINUX:
        wanted |= {"Qt": "xcb", "Keyring": "SecretService"}
    wrong = [
        f"{subject}: {rows.get(subject, 'no such row')}"
        for subject, word in wanted.items()
        if not rows.get(subject, "").startswith("ok ") or word not in rows[subject]
    ]
    if wrong or ended.code or ended.err.strip():
        raise SmokeError(f"exit code {ended.code}; {'; '.join(wrong)} {ended.err.strip()[-300:]}".strip())
    return f"{rows['Qt']}; {rows['Keyring']}; {rows['Certificates']}"


def doctor_in_turkish(stage: Stage) -> str:
    """The same table in Turkish, with as many rows."""
    data = str(stage.folder / "doctor")
    said = [stage.run("doctor", *stage.connection, "--data-dir", data, "--lang", lang).out for lang in ("en", "tr")]
    english, turkish = map(doctor_rows, said)
    if TURKISH.search(said[0]) or not TURKISH.search(said[1]) or len(english) != len(turkish):
        raise SmokeError(f"English and Turkish rows: {list(english)}, {list(turkish)}")
    same = set(english) & set(turkish) - {"Qt", "API"}
    if same:
        raise SmokeError(f"not translated: {', '.join(sorted(same))}")
    return ", ".join(list(turkish)[:4])


def doctor_over_tls(stage: Stage) -> str:
    """HTTPS is checked against what is trusted: an unknown authority is refused, one in the settings is reached."""
    if not stage.tls:
        raise SmokeError("there is no simulated PBX over TLS")
    data = stage.folder / "trusting"
    data.mkdir(mode=0o700)
    where = ("--pbx-url", stage.tls["pbx"], "--api-url", stage.tls["api"], "--events", "off")
    common = ("doctor", *where, "--data-dir", str(data), "--lang", "en")
    strange = doctor_rows(stage.run(*common, "--account", ACCOUNT).out)
    if not strange.get("PBX", "").startswith("problem ") or "certificate" not in strange["PBX"].lower():
        raise SmokeError(f"an authority that nobody knows: {strange.get('PBX', 'no such row')}")
    settings = f"[profile smoke]\nprofile.account = {ACCOUNT}\nconnection.ca_file = {stage.tls['ca']}\n"
    (data / "settings.ini").write_text(settings, "utf-8")
    known = doctor_rows(stage.run(*common, "--profile", "smoke").out)
    wrong = [f"{name}: {known.get(name)}" for name in ("PBX", "API") if not known.get(name, "").startswith("ok ")]
    if wrong:
        raise SmokeError("; ".join(wrong))
    return f"{known['PBX']}; unknown: {strange['PBX'][8:70]}"


def _yesterday() -> str:
    turkey = dt.timezone(dt.timedelta(hours=3))
    return (dt.datetime.now(turkey) - dt.timedelta(days=1)).date().isoformat()


def export_statistics(stage: Stage) -> str:
    """All five formats in one command, read back; table and sheet tell the same."""
    formats = ("csv", "xlsx", "png", "svg", "pdf")
    files = _export(stage, "statistics", formats)
    table, sheet = read_csv(files["csv"]), read_xlsx(files["xlsx"])
    totals, cells = (next((row for row in rows if row[:1] == ["Toplam"]), []) for rows in (table, sheet))
    counts, numbers = [int(text) for text in totals[1:6]], [round(float(text)) for text in cells[1:6]]
    if counts != numbers or counts[0] <= 0:
        raise SmokeError(f"totals of the table {totals}, of the sheet {cells}")
    painted = read_png(files["png"]).colours()[ANSWERED]
    if painted < 1000:
        raise SmokeError(f"the picture has {painted} pixels of bars")
    check_svg(files["svg"])
    check_pdf(files["pdf"])
    return f"{', '.join(formats)}: {counts[0]} calls, {painted} pixels of bars"


def export_records(stage: Stage) -> str:
    """Call records as table and sheet, as many rows in each."""
    files = _export(stage, "records", ("csv", "xlsx"))
    table, sheet = ([row for row in rows if any(row)] for rows in (read_csv(files["csv"]), read_xlsx(files["xlsx"])))
    if not 10 < len(table) == len(sheet):
        raise SmokeError(f"{len(table)} rows of the table, {len(sheet)} of the sheet")
    return f"{len(table) - 1} calls"


def _export(stage: Stage, what: str, formats: tuple[str, ...]) -> dict[str, Path]:
    out = stage.folder / f"export-{what}"
    day = _yesterday()
    order = ("--from", day, "--to", day, "--format", ",".join(formats), "--out", str(out), "--lang", "tr")
    said = stage.run("export", what, *order, *stage.connection, "--data-dir", str(stage.data)).well().out
    files = {path.suffix[1:]: path for path in map(Path, said.split("\n")) if path.name}
    if sorted(files) != sorted(formats) or not all(path.is_file() for path in files.values()):
        raise SmokeError(f"wanted {formats}, it names {said!r}")
    return files


def clean_logs(stage: Stage) -> str:
    """No start has written a warning, an error or a trace, and none the password."""
    lines = 0
    files = [*stage.data.glob("logs/*"), *(stage.folder / "data").glob("netsantral-supervisor/logs/*")]
    for path in files:
        text = path.read_text("utf-8", "replace")
        lines += text.count("\n")
        bad = re.search(r"^.*(?: WARNING | ERROR | CRITICAL |Traceback|Fatal Python).*$", text, re.MULTILINE)
        if bad:
            raise SmokeError(f"{path.name}: {bad[0][:300]}")
        if PASSWORD in text:
            raise SmokeError(f"the password stands in {path.name}")
    if not files:
        raise SmokeError("there is no log")
    return f"{len(files)} files, {lines} lines"


def nothing_left(stage: Stage) -> str:
    """No process of the program goes on, the simulated PBXs apart."""
    left = stage.left_behind()
    if left:
        raise SmokeError("; ".join(left)[:500])
    return "no process"
