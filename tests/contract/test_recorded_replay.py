"""What the vendor's own clients put on the wire, replayed byte for byte: each request gets its documented answer."""

import json
import os
import re
import socket
from collections import Counter
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from supervisor_gui.simulator.process import SimulatorInfo, SimulatorProcess

RECORDED = Path(__file__).parent / "recorded"
ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "p4ssw0rd"
BROKEN = """
from supervisor_gui.simulator.api_numbers import NumberService
def respond(self, ask):
    raise RuntimeError("broken on purpose")
NumberService.respond = respond
"""
# Short enough that a held answer comes within a second; enough agents that every dialled extension exists.
WORLD = ("--password", PASSWORD, "--load", "0", "--agents", "60", "--limits", "off", "--speed", "60", "--login", "json")
FACES = {9111: "pbx_url", 443: "api_url"}


class Like:
    """Equals every text of one form."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and re.fullmatch(self._pattern, other) is not None

    def __hash__(self) -> int:
        return hash(self._pattern)

    def __repr__(self) -> str:
        return f"Like({self._pattern!r})"


Answer = dict[str, Any] | str | Like
"""An object of JSON, else the body as text."""

Answers = tuple[Answer, ...]
"""Any one of them: how a dialled party behaves is chance."""

BAD_REQUEST = "HTTP 400"
UNIQUE_ID = Like(r"sip\d+-\d{10}\.\d+")
OUTCOME = Like("No registration|Get Busy|No Answer|Busy|Unknown reason")
NOT_VERIFIED = {"status": "Error", "message": "Kullanici dogrulanamadi"}
LOGIN_DONE = {"status": "Success", "message": "login Successful"}
LOGIN_REFUSED = "Yanlis kullanici adi veya sifre"


def placed(response: str | Like, crm_id: str, caller: str, called: str) -> Answers:
    """The answers to an order of a call that is held until it has come out."""
    frame = {"caller_num": caller, "called_num": called, "crm_id": crm_id, "response": response}
    done = {"unique_id": UNIQUE_ID, **frame, "status": "Success", "message": "Successfully"}
    return done, {**frame, "status": "Error", "message": OUTCOME}


def redirected(crm_id: str, line: str, called: str) -> Answers:
    """The answers to dynamic_redirect: success names the line twice, a failure no line and no reason."""
    done, _ = placed("dynamic_redirect", crm_id, line, line)
    failed = {"caller_num": "caller", "called_num": called, "crm_id": crm_id, "response": "dynamic_redirect"}
    return done, {**failed, "status": "Error", "message": "Unsuccessful"}


def no_call(response: str, crm_id: str) -> Answer:
    """The answer to an order on a call that is not there; its words are not documented."""
    return {"crm_id": crm_id, "response": response, "status": "Error", "message": Like(".+")}


def in_queues(words: str) -> Answer:
    """A refusal of the commands on members, with the switch's own words glued to it."""
    return {"status": "Error", "message": f"Bir veya birden fazla kuyrukta hata olustu{words}"}


def no_queue(pbx: str) -> Answer:
    """The answer to a question about an unknown queue."""
    return {"code": "70", "status": "Error", "message": f"{pbx} isimli santrale ait boyle bir kuyruk yoktur"}


def autodial(code: int, message: str) -> Answer:
    """A refusal of the auto-dial service."""
    return {"header": {"error": True, "code": code, "message": message}, "body": []}


def statistics(code: str, words: str) -> Answer:
    """A refusal of the statistics."""
    content = rf"<xml><main><code>{code}</code><error>{words}</error></main></xml>"
    return Like(rf"<\?xml version=['\"]1\.0['\"]\?>{content}")


WRONG = (
    "Hatalı sorgulama. Gönderdiğiniz parametrelerden birisi hatalı veya zorunlu alanlardan birinin eksik olduğunu "
    "ifade eder. "
)
NO_LIST = autodial(400, "HAtalı sorgulama. Bu id ye ait otomatik arama listesi yok yada yetkiniz yok.")
NO_RECORD = {"code": 40, "error": "Kayit bulunamadi"}
NO_DAY = statistics("40", "Kayit Bulunamadi")
ADD_TO_NO_QUEUE = in_queues("Unable to add interface to queue: No such queue")
TAKE_FROM_NO_QUEUE = in_queues("Unable to remove interface from queue: No such queue")
NOT_IN_QUEUE = in_queues("Interface not found")

PACKAGE: dict[str, Answers] = {
    "cagribaslat": placed("originate", "345", "110", "5550001122"),
    # The documents show "originate" here, by a slip of theirs or of the PBX.
    "icDahiliCagriBaslat": placed(Like("local|originate"), "123456", "110", "153"),
    "cagrisonlandirma": (no_call("hangup", "345"),),
    "cagrisessizeal": (no_call("muteaudio", "345"),),
    "cagribagla": placed("linkup", "345", "5550001122", "5550003344"),
    "cagritransfer": (no_call("xfer", "123456"),),
    "kuyrukEkle": (ADD_TO_NO_QUEUE,),
    # The package asks for the path of a PBX that nobody has.
    "kuyrukCikar": (NOT_VERIFIED,),
    "kuyrukSorgula": (no_queue("8501110000"),),
    "mola": (NOT_IN_QUEUE,),
    "kuyrukDisNum": ({"code": 70, "error": "gecersiz tenant"},),
    "dinamikyonlendirme": redirected("1234", "8501110000", "5550001122"),
    "otoAramaListeOlustur": (autodial(70, f"{WRONG}Departman adı belirtmek zorunludur."),),
    "otomatikAramaList": (NO_LIST,),
    "listChangeStatus": (NO_LIST,),
    "aramaRapor": (NO_LIST,),
    "listeNumEkle": (NO_LIST,),
    "listeNumCikar": (NO_LIST,),
    "listeNumGuncelle": (NO_LIST,),
    "gorusmeDetay": (NO_RECORD,),
    "istatistikGelenCagri": (NO_DAY,),
    "istatistikGunDetay": (NO_DAY,),
}

JAVA: dict[str, Answers] = {
    "HTTPGetCagriBaglama": placed("linkup", "10245", "905550001122", "908501110000"),
    "SoketCagriBaglama": placed("linkup", "125698", "908501110000", "905550001122"),
    "HTTPGetCagriBaslatma": placed("originate", "10245", "905550001122", "101"),
    "SoketleCagriBaslatma": placed("originate", "125698", "905550001122", "101"),
    "HTTPGetCagriKuyrugu": (no_queue("8501110000"),),
    "SoketleCagriKuyruguIzleme": (no_queue("8501110000"),),
    "HTTPGetCagriSessizeAlma": (no_call("muteaudio", "10245"),),
    "SoketleCagriSessizeAlma": (no_call("muteaudio", "1001256"),),
    "HTTPGetCagriSonlandirma": (no_call("hangup", "10245"),),
    "SoketleCagriSonlandirma": (no_call("hangup", "125698"),),
    "HTTPGetCagriTransfer": (no_call("xfer", "10245"),),
    "SoketCagriTransfer": (no_call("xfer", "13574"),),
    "HTTPGetdynamicredirect": redirected("10245", "8501110000", "905550001122"),
    "HTTPGetGorusmeDetay": ("40",),
    "JSONPostGorusmeDetay": (BAD_REQUEST,),
    "XMLPostGorusmeDetay": ("40",),
    "GunDetayi": (NO_DAY,),
    "GunlukIstatistik": (NO_DAY,),
    "HTTPGetDahiliCikarma": (TAKE_FROM_NO_QUEUE,),
    "SoketDahiliCikarma": (TAKE_FROM_NO_QUEUE,),
    "HTTPGetDahiliEkleme": (ADD_TO_NO_QUEUE,),
    "SoketDahiliEkleme": (ADD_TO_NO_QUEUE,),
    "HTTPGetMolayaAlma": (BAD_REQUEST,),
    "SoketDahiliMolayaAlma": (NOT_IN_QUEUE,),
}
"""The answers once placeholders are filled in; the sample that logs in and only listens has none."""

JAVA_REFUSED: dict[str, Answers] = {
    # As published nobody is let in, so that each face answers with its refusal.
    **dict.fromkeys(JAVA, (NOT_VERIFIED,)),
    "HTTPGetGorusmeDetay": ("30",),
    "XMLPostGorusmeDetay": ("30",),
    "GunDetayi": (statistics("30", "[^<]+"),),
    "GunlukIstatistik": (statistics("30", "[^<]+"),),
    # No HTTP in one, no JSON in the other.
    "HTTPGetMolayaAlma": (BAD_REQUEST,),
    "JSONPostGorusmeDetay": (BAD_REQUEST,),
}

# The published placeholders with something of the same length, the longest first.
PLACEHOLDERS = (
    ("90850XXXXXXX", "908501110000"),
    ("905XXXXXXXXX", "905550001122"),
    ("90XXXXXXXXXX", "905550001122"),
    ("0850XXXXXXX", "08501110000"),
    ("850XXXXXXX", "8501110000"),
    ("8XXXXXXXXX", "8501110000"),
    ("XXXXXX", PASSWORD),
    ("XXX", PASSWORD),
)

Sample = tuple[str, int, str]


def recorded(file: str) -> list[Sample]:
    """Name, port and request of each recorded row."""
    rows = [json.loads(line) for line in (RECORDED / f"{file}.jsonl").read_text("utf-8").splitlines()]
    return [(row.get("function") or row["sample"], row["port"], row["request"]) for row in rows]


PACKAGE_SAMPLES, JAVA_SAMPLES = recorded("php-package"), recorded("java-samples")
JAVA_HTTP = [sample for sample in JAVA_SAMPLES if sample[1] in FACES]
JAVA_TALKS = {
    name: tuple(request for other, port, request in JAVA_SAMPLES if other == name and port == 9110)
    for name, port, _ in JAVA_SAMPLES
    if port == 9110
}
"""What each sample of the event socket writes, in its order."""


@pytest.fixture(scope="module")
def pbx() -> Iterator[SimulatorInfo]:
    """A PBX with the account of the package's records."""
    yield from serving("8501110000")


@pytest.fixture(scope="module")
def open_pbx() -> Iterator[SimulatorInfo]:
    """A PBX with every account."""
    yield from serving("any")


def serving(account: str) -> Iterator[SimulatorInfo]:
    """A simulator that must have nothing to complain of in the end."""
    with SimulatorProcess(("--account", account, *WORLD)) as process:
        yield process.info
        assert process.complaints() == ""


def connect(address: str) -> socket.socket:
    host, port = address.rpartition("/")[2].split(":")
    return socket.create_connection((host, int(port)), timeout=10)


def ask(info: SimulatorInfo, port: int, request: str) -> Answer:
    """What a recorded HTTP request is answered."""
    with connect(getattr(info, FACES[port])) as connection:
        connection.sendall(request.encode())
        # Not half-closed: some answers are held until a call has come out.
        answer = HTTPResponse(connection)
        answer.begin()
        text = answer.read().decode()
    if answer.status != 200:
        return f"HTTP {answer.status}"
    return json.loads(text) if text.startswith("{") else text


def talk(info: SimulatorInfo, requests: tuple[str, ...]) -> list[Answer]:
    """What each message on one connection to the event socket is answered; events are passed over."""
    answers: list[Answer] = []
    with connect(info.events) as connection:
        for request in requests:
            connection.sendall(request.encode())
        text = ""
        while len(answers) < len(requests):
            piece = connection.recv(65_536)
            assert piece, "hung up"
            text += piece.decode()
            while (found := cut(text)) is not None:
                answer, text = found
                if isinstance(answer, str) or "scenario" not in answer:
                    answers.append(answer)
    return answers


def cut(text: str) -> tuple[Any, str] | None:
    """The first frame and what is behind it; None when it is not whole yet."""
    text = text.lstrip()
    if text.startswith("{"):
        try:
            frame, end = json.JSONDecoder().raw_decode(text)
        except ValueError:
            return None
        return frame, text[end:]
    line, newline, rest = text.partition("\n")
    return (line, rest) if newline else None


def filled(request: str) -> str:
    """A request with an account and numbers in the places of its placeholders."""
    for placeholder, value in PLACEHOLDERS:
        request = request.replace(placeholder, value)
    head, separator, body = request.partition("\r\n\r\n")
    return re.sub(r"(?<=Content-Length: )\d+", str(len(body.encode())), head) + separator + body


def check(answer: Answer, wanted: Answers) -> None:
    """An answer is one of those wanted, its fields in their documented order."""
    assert answer in wanted
    if isinstance(answer, dict):
        assert list(answer) in [list(one) for one in wanted if isinstance(one, dict)]


def test_every_record_there_is_has_an_answer_in_the_tables() -> None:
    assert len(PACKAGE_SAMPLES) + len(JAVA_SAMPLES) == 58
    assert Counter(port for _, port, _ in PACKAGE_SAMPLES + JAVA_SAMPLES) == {9111: 21, 9110: 19, 443: 18}
    assert {name for name, _, _ in PACKAGE_SAMPLES} == PACKAGE.keys()
    assert {name for name, _, _ in JAVA_SAMPLES} == JAVA.keys() | {"SoketCagriTrafigiIzleme"}


def test_a_mistake_of_the_simulators_own_would_be_on_its_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(BROKEN)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), str(ROOT))))
    _, port, request = next(sample for sample in PACKAGE_SAMPLES if sample[0] == "kuyrukDisNum")
    with SimulatorProcess(WORLD) as process:
        assert ask(process.info, port, request) == "HTTP 500"
        assert "RuntimeError: broken on purpose" in process.complaints()


@pytest.mark.parametrize(("name", "port", "request_text"), PACKAGE_SAMPLES)
def test_a_request_of_the_package_gets_its_documented_answer(
    pbx: SimulatorInfo, name: str, port: int, request_text: str
) -> None:
    check(ask(pbx, port, request_text), PACKAGE[name])


@pytest.mark.parametrize(("name", "port", "request_text"), JAVA_HTTP)
def test_a_java_sample_as_published_is_refused_as_documented(
    open_pbx: SimulatorInfo, name: str, port: int, request_text: str
) -> None:
    check(ask(open_pbx, port, request_text), JAVA_REFUSED[name])


@pytest.mark.parametrize(("name", "port", "request_text"), JAVA_HTTP)
def test_a_java_sample_with_an_account_gets_its_documented_answer(
    open_pbx: SimulatorInfo, name: str, port: int, request_text: str
) -> None:
    check(ask(open_pbx, port, filled(request_text)), JAVA[name])


@pytest.mark.parametrize("name", JAVA_TALKS)
def test_a_java_sample_of_the_event_socket_as_published_is_refused_as_documented(
    open_pbx: SimulatorInfo, name: str
) -> None:
    login, *others = talk(open_pbx, JAVA_TALKS[name])
    assert login == LOGIN_REFUSED
    assert others == [NOT_VERIFIED] * (len(JAVA_TALKS[name]) - 1)


@pytest.mark.parametrize("name", JAVA_TALKS)
def test_a_java_sample_of_the_event_socket_with_an_account_logs_in_and_gets_its_answer(
    open_pbx: SimulatorInfo, name: str
) -> None:
    login, *others = talk(open_pbx, tuple(map(filled, JAVA_TALKS[name])))
    assert login == LOGIN_DONE
    for answer in others:
        check(answer, JAVA[name])
