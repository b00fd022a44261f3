"""Whatever comes over the wire, every decoder gives a value with whole texts, or an error of ours and no other."""

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervisor_gui.netsantral import codec, codec_autodial, codec_calls
from supervisor_gui.netsantral.codec_events import decode_event, decode_login, read_frame
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_statistics import decode_day_calls, decode_statistics
from supervisor_gui.netsantral.errors import BadAnswer, NotSent, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.framing import FrameTooLongError, Splitter
from supervisor_gui.netsantral.recordings import RecordingKind, recording_address, recording_kind

Decode = Callable[[bytes], object]

DAY = date(2019, 8, 29)
CALL = b"sip3-1675000033.92222"
AGENT_DONE = b'{"crm_id":"345","status":"Success","message":"Successful"}'
AGENT_REFUSED = (
    b'{"status":"Error","message":"Bir veya birden fazla kuyrukta hata olustu'
    b'Unable to add interface to queue: No such queue"}'
)
STATUS = (
    b'{"crm_id":"345","pbx_num":"8501110000","queues":[{"queuename":"8501110000-queue-Destek","callers":'
    b'{"05550001122":3},"agents":[{"agent":"101","status":"ringing","membership":"static","paused":"false",'
    b'"reason":"\xc3\xa7ay"}],"calls":1,"holdtime":4,"talktime":11,"completed":1,"abondaned":0,"max":0}]}'
)
STARTED = (
    b'{"unique_id":"1566000000.189480","caller_num":"905550001122","called_num":"101","crm_id":"10245",'
    b'"response":"originate","status":"Success","message":"Successfully"}'
)
RECORDS = (
    b'[{"uniqueid":"' + CALL + b'","values":[{"date":"29.01.2023 16:47:13","destination":"5550001122","source":"102",'
    b'"duration":"54","direction":0,"recording":"https://dosyaindir.netgsm.com.tr/upload.php?tip=1&a=x",'
    b'"line":"3121110000","directory":"\\"102\\" <102>","commonID":36000000}]}]'
)
PIPE = CALL + b"|29.01.2023 16:47:13|5550001122|102|00:00:54|0|https://x<br/>" + CALL + b"|29.01.2023 16:47|1|2|54|1"
RANGE = (
    b"<?xml version='1.0'?><xml><main><info><statistics><date>29.08.2019</date><incoming_call>2</incoming_call>"
    b"<answered>1</answered><noanswer>0</noanswer><t_calltime>11</t_calltime><avr_waiting>19</avr_waiting></statistics>"
    b"</info></main></xml>"
)
CALLS = (
    b'<?xml version="1.0"?><xml><main><abandoned><call><uniqueid>1567065751.400001</uniqueid><date>29.08.2019 11:02:47'
    b"</date><number>05550001122</number><calltime>0</calltime><waittime>34</waittime></call></abandoned></main></xml>"
)
LISTS = (
    '{"header":{"error":false,"code":200,"message":"Otomatik arama listeleme başarılı."},"body":[{"list_id":12505,'
    '"list_name":"Deneme","list_status":0,"list_prefix":"101","list_type":1,"list_startdate":"2023-02-01",'
    '"list_stopdate":"2023-02-02","list_starttime":"11:00     ","list_stoptime":"18:00     ","retry_count":3,'
    '"try_time":60,"department":"muhasebe","destination_type":"queue","destination_name":"muhasebe","queue_limit":1,'
    '"groups":["a"]}]}'
).encode()
REPORT = (
    '{"header":{"error":false,"code":200,"message":"Raporlama basarili."},"body":[{"numbers_status":[{"type":'
    '"Hiç aranmamış","count":0},{"type":"Başarılı","count":1}],"numbers":[{"id":7,"number":"5550001122","name":"a",'
    '"status":"Başarılı","tries":[1]}]}]}'
).encode()
ADDED = (
    '{"header":{"error":false,"code":200,"message":"12505 ID numaralı projeye 1 numara eklenemedi. "},"body":[{"numbers'
    '":[{"number":"5550001122","name":"a","status":"error"}]}]}'
).encode()
WEBHOOK = (
    b'{"header":{"App":"AutomaticCall"},"body":{"JobID":12651,"crm_id":"OtoArama-286000001","called":"05550001122",'
    b'"redirect_menu":"muhasebe","redirect_type":"queue","trunk":"3121110000","prefix":"101","callerid":"name1",'
    b'"filter":"sip3-1675000033.4237","pbxtype":"12","Brandcode":null,"unique_id":null,"status":"Success",'
    b'"message":"Successfully"}}'
)
EVENT = (
    b'{"pbx_num":"8501110000","unique_id":"' + CALL + b'","talktime":"54","internal_num":"101","scenario":"Hangup",'
    b'"customer_num":"05550001122","holdtime":"12","timestamp":"1675000099000"}'
)
RECORD_EVENT = (
    b'{"bas":"2023-01-29 16:47:13","arayan":"05550001122","aranan":"8501110000-queue-Destek","sure":54,"yon":1,'
    b'"asteriskId":"' + CALL + b'","trunk":"3121110000","scenario":"cdr","timestamp":"1675000100000"}'
)


def decode_frames(stream: bytes) -> object:
    """What the event stream makes of bytes that came at once, from the cutting to the event."""
    splitter = Splitter()
    fields = [read_frame(frame) for frame in (*splitter.feed(stream), *splitter.silence())]
    for one in fields:
        try:
            decode_login(one)
        except PbxError as error:
            check_error(error)
    return [decode_event(one) for one in fields]


def named(decode: Callable[[str, bytes], object], operation: str) -> Decode:
    return lambda body: decode(operation, body)


DECODERS: dict[str, tuple[Decode, tuple[bytes, ...]]] = {
    "status": (codec.decode_queue_status, (STATUS,)),
    "agent": (named(codec.decode_agent_command, "agent_login"), (AGENT_DONE, AGENT_REFUSED)),
    "number": (named(codec.decode_number_command, "add_number"), (b'{"code":70,"error":"gecersiz tenant"}',)),
    "started": (named(codec_calls.decode_call_started, "originate"), (STARTED,)),
    "call": (named(codec_calls.decode_call_command, "hang_up"), (AGENT_DONE,)),
    "records": (named(decode_records, "records"), (RECORDS, PIPE)),
    "statistics": (named(decode_statistics, "statistics"), (RANGE,)),
    "day": (lambda body: decode_statistics("statistics_of_day", body, DAY), (RANGE, CALLS)),
    "day_calls": (lambda body: decode_day_calls("calls_of_day", body, DAY, "abandoned"), (CALLS, RANGE)),
    "created": (codec_autodial.decode_created, (LISTS,)),
    "lists": (codec_autodial.decode_lists, (LISTS,)),
    "report": (codec_autodial.decode_list_report, (REPORT,)),
    "added": (codec_autodial.decode_added, (ADDED, ADDED.replace(b"eklenemedi", b"eklendi"))),
    "changed": (named(codec_autodial.decode_command, "set_list_active"), (LISTS,)),
    "webhook": (codec_autodial.decode_call_result, (WEBHOOK,)),
    "events": (
        decode_frames,
        (EVENT + b"\n\n" + RECORD_EVENT, b'{"status":"error","message":"x"}', b"login Successful\n"),
    ),
}
EVERY = pytest.mark.parametrize("name", DECODERS)


def check_error(error: PbxError) -> None:
    """An error of ours can be logged, stored and shown."""
    told = explain(error)
    for text in (str(error), error.code, error.words, error.details, told.title, told.meaning, told.todo, told.details):
        text.encode()
    assert len(error.words) <= 10_000


def survives(name: str, body: bytes) -> None:
    """Decode `body`: a value whose texts are whole, or an error of ours."""
    try:
        value = DECODERS[name][0](body)
    except PbxError as error:
        check_error(error)
    else:
        msgspec.json.encode(value)


WORDS = sorted(
    {
        word
        for _, samples in DECODERS.values()
        for sample in samples
        for word in re.findall(r'"([^"\\]{1,40})"', sample.decode())
    }
    | {
        "code",
        "error",
        "values",
        "unique_id",
        "list_id",
        "true",
        "NaN",
        "limit asildi",
        "",
        "\ud800",
        "\0",
        "٣",
        "1e999",
    }
)
TEXTS = st.sampled_from(WORDS) | st.text(st.characters(codec=None), max_size=8)
NUMBERS = (
    st.integers()
    | st.sampled_from([2**31, 2**63, 2**64, -(2**64), 10**400])
    | st.floats()
    | st.sampled_from([1e308, -1e308, 5e-324])
)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=12,
)


def as_json(value: Any, *, escaped: bool) -> bytes:
    """`value` as JSON, which may be broken: NaN, huge figures, half letters."""
    return json.dumps(value, ensure_ascii=escaped).encode("utf-8", "surrogatepass")


PIECES = st.binary(max_size=6) | st.sampled_from(
    [
        *(b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"9" * 400, b"9" * 5000, b"{}", b"[]", b'""', b'"\\ud800"'),
        *(
            b"\0",
            b"\\",
            b'"',
            b",",
            b"{",
            b"}",
            b"[",
            b"]",
            b"|",
            b"<",
            b">",
            b"&",
            b"</xml>",
            b"<br/>",
            b"&lol;",
            b"\xff",
        ),
        *(
            b"\xed\xa0\x80",
            b"\xef\xbb\xbf",
            b"[" * 2000,
            b'{"a":' * 2000,
            b"<a>" * 2000,
            b"<!DOCTYPE x>",
            b"<!--",
            b"<?",
        ),
    ]
)
SCALAR = re.compile(rb'"[^"]*"|-?\d+|true|false|null|(?<=>)[^<>]+(?=<)')


@st.composite
def mutated(draw: st.DrawFn, samples: tuple[bytes, ...]) -> bytes:
    """A good answer, cut, doubled, heaped up, swapped or spoilt in one to four places."""
    body = draw(st.sampled_from(samples))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(body)))
        end = draw(st.integers(begin, min(len(body), begin + 60)))
        scalars = list(SCALAR.finditer(body))
        if scalars and draw(st.booleans()):
            begin, end = draw(st.sampled_from(scalars)).span()
        kind = draw(st.sampled_from(["insert", "replace", "value", "cut", "double", "heap", "truncate"]))
        piece = {"cut": b"", "double": 2 * body[begin:end], "heap": 1000 * body[begin:end][:20]}.get(kind)
        if kind == "truncate":
            body = body[:begin]
            continue
        if kind == "value":
            piece = as_json(draw(VALUES), escaped=draw(st.booleans()))
        if piece is None:
            piece = draw(PIECES)
        body = body[:begin] + piece + body[begin if kind == "insert" else end :]
    return body


@EVERY
@settings(max_examples=50)
@given(data=st.data())
def test_mutated_answers_raise_nothing_but_our_errors(name: str, data: st.DataObject) -> None:
    survives(name, data.draw(mutated(DECODERS[name][1])))


@EVERY
@settings(max_examples=40)
@given(body=st.binary(max_size=200) | st.builds(as_json, VALUES, escaped=st.booleans()))
def test_arbitrary_bytes_and_json_raise_nothing_but_our_errors(name: str, body: bytes) -> None:
    survives(name, body)


TAGS = [
    "xml",
    "main",
    "info",
    "statistics",
    "call",
    "date",
    "abandoned",
    "answered",
    "code",
    "error",
    "uniqueid",
    "a:b",
]
XML_TEXTS = st.sampled_from(
    ["29.08.2019", "29.08.2019 11:02", "40", "Kayit Bulunamadi", "9" * 5000, "-1", "nan", "1e9"]
)
ELEMENTS = st.recursive(
    XML_TEXTS
    | st.text(max_size=5)
    | st.sampled_from(["<a", "&x;", "&#0;", "<![CDATA[", "]]>", "<!--", "-->", "<?a?>"]),
    lambda inner: st.builds(
        lambda tag, inside: f"<{tag}>{''.join(inside)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=20,
)


@pytest.mark.parametrize("name", ["statistics", "day", "day_calls"])
@settings(max_examples=50)
@given(inside=ELEMENTS, encoding=st.sampled_from(["", "utf-8", "iso-8859-9", "utf-16", "cp1254", "no-such", "utf-7"]))
def test_arbitrary_xml_raises_nothing_but_our_errors(name: str, inside: str, encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding else ""
    survives(name, f"{declared}<xml><main>{inside}</main></xml>".encode("utf-8", "replace"))


BOMB = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><xml><main><error>&a;</error></main></xml>'
HOSTILE: dict[str, bytes] = {
    "lists within lists": b"[" * 10_000 + b"]" * 10_000,
    "lists without an end": b"[" * 10_000,
    "objects within objects": b'{"a":' * 10_000 + b"0" + b"}" * 10_000,
    "a deep value in a known field": STATUS.replace(b'"ringing"', b"[" * 10_000 + b"]" * 10_000),
    "deep rows": b'[{"uniqueid":"a","values":' + b"[" * 10_000 + b"]" * 10_000 + b"}]",
    "a deep report": REPORT.replace(b"[1]", b"[" * 10_000 + b"]" * 10_000),
    "elements within elements": b"<xml>" + b"<a>" * 10_000 + b"</a>" * 10_000 + b"</xml>",
    "an endless figure": b'{"code":' + b"9" * 100_000 + b',"status":"Error","message":"x"}',
    "an endless figure in a report": REPORT.replace(b'"id":7', b'"id":' + b"9" * 100_000),
    "an endless name of an element": b"<" + b"a" * 1_000_000,
    "a million words": b'{"status":"Error","message":"' + b"no " * 1_000_000 + b'"}',
    "nulls": b"\0" * 100_000,
    "half letters as keys": b'{"\\ud800":1,"queues":[{"queuename":"\\udfff","callers":{"\\ud800":1}}]}\t,',
    "an entity bomb": b'<!DOCTYPE x [<!ENTITY l0 "lol">' + BOMB + b"]><xml><main><error>&l9;</error></main></xml>",
    "an entity outside": b'<?xml version="1.0"?>' + OUTSIDE,
    "a definition outside": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><xml><main/></xml>',
    "a wide declaration": '<?xml version="1.0" encoding="utf-16"?><xml/>'.encode("utf-16"),
}


@EVERY
@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_answers_raise_nothing_but_our_errors(name: str, case: str) -> None:
    survives(name, HOSTILE[case])


@pytest.mark.parametrize("case", ["an entity bomb", "an entity outside", "a definition outside"])
def test_declarations_of_entities_are_not_read_at_all(case: str) -> None:
    for name in ("statistics", "day", "day_calls"):
        with pytest.raises(BadAnswer) as caught:
            DECODERS[name][0](HOSTILE[case])
        assert caught.value.reason == "not_xml"


@EVERY
def test_the_good_answers_are_read(name: str) -> None:
    decode, samples = DECODERS[name]
    if name != "number":
        decode(samples[0])


@settings(max_examples=50)
@given(
    body=mutated((EVENT + RECORD_EVENT, EVENT + b"\n\nlogin Successful\n" + EVENT)), cuts=st.lists(st.integers(0, 900))
)
def test_objects_do_not_depend_on_how_their_bytes_are_parted(body: bytes, cuts: list[int]) -> None:
    whole, parted = Splitter(), Splitter()
    at_once = whole.feed(body)
    edges = sorted({0, len(body), *(cut for cut in cuts if cut < len(body))})
    in_parts = [frame for begin, end in pairwise(edges) for frame in parted.feed(body[begin:end])]
    assert [frame for frame in in_parts if frame[:1] == b"{"] == [frame for frame in at_once if frame[:1] == b"{"]


def test_a_frame_without_an_end_is_given_up_at_the_cap() -> None:
    splitter = Splitter(cap=1000)
    with pytest.raises(FrameTooLongError):
        splitter.feed(b'{"a":"' + b"x" * 1000)


HEADS = st.sampled_from(
    [b"RIFF\0\0\0\0WAVE", b"ID3", b"\xff\xfb\x90", b"\xff\xfe<", b"<html>", b"RIFF", b"\xff", b" \n<"]
)


@settings(max_examples=50)
@given(head=HEADS | st.just(b""), rest=st.binary(max_size=80))
def test_a_recording_is_a_sound_or_an_error_of_ours(head: bytes, rest: bytes) -> None:
    try:
        kind = recording_kind(head + rest)
    except BadAnswer as error:
        check_error(error)
    else:
        assert kind in RecordingKind
        assert len(head + rest) >= 64


LINKS = st.sampled_from(
    [
        "https://dosyaindir.netgsm.com.tr/upload.php?tip=1&a=",
        "http://127.0.0.1:8/",
        "http://[::1]/",
        "https://[",
        "//",
        "",
    ]
)


@settings(max_examples=50)
@given(begin=LINKS, rest=st.text(st.characters(codec=None), max_size=30))
def test_a_link_is_an_address_in_ascii_or_not_sent(begin: str, rest: str) -> None:
    try:
        address = recording_address(begin + rest)
    except NotSent as error:
        check_error(error)
    else:
        assert re.fullmatch(r"https?://[a-z0-9.:\[\]]+", address.base_url)
        assert re.fullmatch(r"/[!-~]*", address.target)
