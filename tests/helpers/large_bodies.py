"""Answers as long as each operation's cap lets through: whole, damaged, and made to hurt. It decodes nothing."""

from collections.abc import Callable, Mapping
from itertools import count

Make = Callable[[int], bytes]
"""Makes a body of as many bytes as its argument says, or a little less."""

LEG_BEGIN = b'"date":"29.01.2023 16:47:13","destination":"5550001122","source":"102",'
LEG = b"{" + LEG_BEGIN + b'"duration":%b,"direction":0}'
FULL_LEG = (
    b"{"
    + LEG_BEGIN
    + b'"duration":"54","direction":0,"recording":"https://dosyaindir.netgsm.com.tr/upload.php?tip=1&a=%b"'
    b',"line":"3121110000","directory":"%b","commonID":36000000}'
)
CALL = b'{"uniqueid":"sip3-1675000033.%%d","values":[%b]}'
PIPE = b"sip3-%d|29.01.2023 16:47:13|5550001122|102|00:00:54|0"
YES = b'{"header":{"error":false,"code":200},"body":['
NUMBER = b'{"id":%d,"number":"5550001122","name":"Ay\xc5\x9fe","status":"Ba\xc5\x9far\xc4\xb1l\xc4\xb1"}'
DAY = (
    b"<statistics><date>29.08.2019</date><incoming_call>%d</incoming_call><answered>1</answered><noanswer>0</noanswer>"
    b"<t_calltime>11</t_calltime><avr_waiting>19</avr_waiting></statistics>"
)
LISTED = (
    b"<call><uniqueid>1567065751.%d</uniqueid><date>29.08.2019 11:02:47</date><number>05550001122</number>"
    b"<calltime>0</calltime><waittime>34</waittime></call>"
)
AGENT = b'{"agent":"%d","status":"empty","membership":"static","paused":"false","reason":""}'
QUEUE = (
    b'{"queues":[{"queuename":%b,"callers":{},"calls":1,"holdtime":1,"talktime":1,"completed":1,"abondaned":0'
    b',"agents":['
)
EVENT = b'{"pbx_num":"8501110000","unique_id":"sip3-1675000033.%d","scenario":"Hangup","timestamp":"1675000099000"}'
EMOJI, HALF, OLD = "😀".encode(), b"\\ud800", b"\xde\xfe"


def rows(begin: bytes, row: bytes, end: bytes, comma: bytes = b",", most: int = 10**9) -> Make:
    """As many rows as fit, or `most`; a row with a %d in it is numbered."""

    def make(size: int) -> bytes:
        fit = min(most, (size - len(begin + end)) // (len(row + comma) + (4 if b"%d" in row else 0)))
        told = (row % number for number in range(fit)) if b"%d" in row else (row for _ in range(fit))
        return begin + comma.join(told) + end

    return make


def filled(begin: bytes, piece: bytes, end: bytes) -> Make:
    """One thing grown to the size by a piece again and again."""
    return lambda size: begin + piece * ((size - len(begin + end)) // len(piece)) + end


def nests(begin: bytes, opening: bytes, closing: bytes, end: bytes) -> Make:
    """One thing within another, without ever coming to an end of its own."""

    def make(size: int) -> bytes:
        depth = (size - len(begin + end)) // len(opening + closing)
        return begin + opening * depth + closing * depth + end

    return make


def keyed(begin: bytes, value: bytes, end: bytes) -> Make:
    """An object of many keys."""

    def make(size: int) -> bytes:
        body = bytearray(begin)
        for number in count():
            if len(body) + len(value) + 20 > size:
                return bytes(body + b'"":%b' % value + end)
            body += b'"%d":%b,' % (number, value)
        raise AssertionError

    return make


def broken(make: Make) -> Make:
    """The same, whose last byte is wrong."""
    return lambda size: make(size)[:-1] + b"?"


def inside(begin: bytes, end: bytes) -> Mapping[str, Make]:
    """What hurts readers of JSON, as one value between `begin` and `end`."""
    text, closed = begin + b'"', b'"' + end
    return {
        "a long text": filled(text, b"no ", closed),
        "a long text with an emoji": filled(text + EMOJI, b"no ", closed),
        "emojis": filled(text, EMOJI, closed),
        "escaped emojis": filled(text, b"\\ud83d\\ude00", closed),
        "half letters": filled(text, HALF, closed),
        "old letters": filled(text, OLD, closed),
        "old letters among others": filled(text, b"a" + "ş".encode() + OLD, closed),
        "an old letter and an emoji": filled(text + OLD + EMOJI, b"no ", closed),
        "tabs": filled(text, b"\t", closed),
        "escapes": filled(text, b"\\n", closed),
        "a text without an end": filled(text, b"a", b""),
        "a long figure": filled(begin, b"9", end),
        "a long fraction": filled(begin + b"0.", b"9", b"e9" + end),
        "lists in lists": nests(begin, b"[", b"]", end),
        "objects in objects": nests(begin, b'{"a":', b"}", b"0" + end),
        "lists without an end": filled(begin, b"[", b""),
        "crumbs": rows(begin + b"[", b"0", b"]" + end),
        "sparse crumbs": rows(begin + b"[", b"[],[],[     " + 24 * b" " + b"]", b"]" + end),
        "sparse objects": rows(begin + b"[", b'{"a":1}    ', b"]" + end),
        "objects of crumbs": rows(begin + b"[", b'{"a":{"b":{"c":{"d":{}}}}}', b"]" + end),
        "odd objects": rows(begin + b"[", b'{"a":NaN}   ', b"]" + end),
        "texts of half letters": rows(begin + b"[", b'"\\ud800\\ud800"', b"]" + end),
        "keys": keyed(begin + b"{", b"0    ", b"}" + end),
        "keys of objects": keyed(begin + b"{", b'{"a":1}', b"}" + end),
        "one key again and again": rows(begin + b"{", b'"aaaaaaaa":0', b"}" + end),
        "stray commas": rows(begin + b"[", b'["aaaaaaaaaaaa",]', b"]" + end),
        "blanks": filled(begin, b" ", b"0" + end),
        "nothing but the beginning": filled(begin, b"\0", end),
    }


def call(leg: bytes) -> bytes:
    """A call of one leg."""
    return CALL % leg.replace(b"%", b"%%")


WHOLE = call(FULL_LEG % (b"x" * 60, b'\\"102\\" <102>'))
PACKED = call(FULL_LEG % (b"x" * 60, b"Ay\\u015fe"))


def records() -> Mapping[str, Make]:
    """Call records, as JSON and as lines."""
    return {
        "whole calls": rows(b"[", call(LEG % b'"54"'), b"]", most=49_000),
        "whole calls with all that is told": rows(b"[", PACKED, b"]", most=49_000),
        "whole calls with long links": rows(b"[", call(FULL_LEG % (b"x" * 1020, b"a")), b"]", most=49_000),
        "whole calls in a wrapper": rows(b'{"code":200,"data":[', WHOLE, b"]}", most=49_000),
        "one call again and again": rows(b"[", WHOLE.replace(b"%d", b"1"), b"]", most=49_000),
        "too many calls": rows(b"[", WHOLE, b"]"),
        "calls of many legs": rows(b"[", CALL % b",".join([LEG % b'"54"'] * 300), b"]"),
        "one call of all legs": lambda size: (CALL % rows(b"", LEG % b'"54"', b"")(size - 100)) % 1,
        "calls by their id": keyed(b"{", (WHOLE % 7), b"}"),
        "wide texts": rows(b"[", call(FULL_LEG % (EMOJI + b"x" * 1000, EMOJI)), b"]"),
        "wide legs": rows(b"[", CALL % b",".join([FULL_LEG % (b"x" * 300 + EMOJI, EMOJI)] * 30), b"]"),
        "odd calls": rows(b"[", call(LEG % b"5.0"), b"]"),
        "damaged calls": rows(b"[", call(LEG % b'"x"'), b"]"),
        "calls of another name": rows(b"[", WHOLE.replace(b"uniqueid", b"unique_id"), b"]", most=49_000),
        "calls in old letters": rows(b"[", call(FULL_LEG % (b"x", OLD)), b"]", most=49_000),
        "long odd calls": rows(b"[", call(LEG % (b"[" + b'"abcdefgh",' * 10_000 + b"0]")), b"]"),
        "calls too long": rows(b"[", call(LEG % (b'"' + b"x" * 200_000 + b'"')), b"]"),
        "calls with stray commas": rows(b"[", WHOLE[:-2] + b",]}", b"]", most=49_000),
        "an error in the last byte": broken(rows(b"[", WHOLE, b"]", most=49_000)),
        "legs of crumbs": rows(b'[{"uniqueid":"a","values":[', b"0", b"]}]"),
        **inside(b"", b""),
        **{f"{name} in a call": make for name, make in inside(b'[{"uniqueid":"a","values":', b"}]").items()},
        **{f"{name} beside": make for name, make in inside(b'{"message":', b',"data":[]}').items()},
        "lines": rows(b"", PIPE, b"", b"<br/>", most=49_000),
        "lines in odd breaks": rows(b"", PIPE, b"", b"<BR  />\r\n", most=49_000),
        "long lines": rows(b"", PIPE + b"|" + b"x" * 1230, b"", b"\n", most=49_000),
        "wide lines": rows(b"", PIPE + b"|" + EMOJI + b"x" * 1230, b"", b"\n", most=49_000),
        "lines in old letters": rows(b"", PIPE + b"|" + OLD, b"", b"<br>", most=49_000),
        "too many lines": rows(b"", PIPE, b"", b"<br/>"),
        "damaged lines": rows(b"", b"aaaaaaaaaaaaaaaaaaa|%d", b"", b"<br/>"),
        "empty lines": rows(b"|", b"", b"", b"<br/>"),
        "one line": filled(b"|", b"a", b""),
        "one line of columns": filled(b"", b"|", b""),
        "one line of open breaks": filled(b"|", b"<br", b""),
        "a break without an end": filled(b"|<br", b" ", b""),
        "no line": filled(b"", b"a", b""),
        "lines as a text": rows(b'"', PIPE, b'"', b"<br/>"),
        "a wide text": filled(b'"' + EMOJI, b"|", b'"'),
    }


def reports() -> Mapping[str, Make]:
    """Reports of an auto-dial list."""
    begin, end = YES + b'{"numbers":[', b"]}]}"
    fields = b",".join(b'"f%d":"abcdefgh"' % number for number in range(30))
    return {
        "whole numbers": rows(begin, NUMBER, end, most=49_000),
        "long whole numbers": rows(begin, NUMBER[:-1] + b',"tries":"' + b"x" * 1180 + b'"}', end, most=49_000),
        "wide numbers": rows(begin, NUMBER[:-1] + b',"tries":"' + EMOJI + b"x" * 1180 + b'"}', end),
        "numbers with three fields more": rows(begin, NUMBER[:-1] + b',"a":1,"b":"x","c":[1]}', end, most=49_000),
        "numbers of many fields": rows(begin, b'{"id":1,' + fields + b"}", end),
        "numbers of old letters": rows(begin, b'{"id":%d,"name":"' + OLD + b'"}', end),
        "too many numbers": rows(begin, NUMBER, end),
        "damaged numbers": rows(begin, b'{"id":null,"x":"aaaaaaaaaaaaa"}', end),
        "numbers too long": rows(begin, b'{"id":1,"x":"' + b"x" * 200_000 + b'"}', end),
        "long numbers of crumbs": rows(begin, b'{"id":1,"x":[' + b'"abcdefgh",' * 10_000 + b"0]}", end),
        "an error in the last byte": broken(rows(begin, NUMBER, end, most=49_000)),
        "parts": rows(YES, b'{"numbers":[]}', b"]}"),
        "parts of nothing": rows(YES, b"{}          ", b"]}"),
        "numbers of crumbs": rows(begin, b"0", end),
        "numbers of sparse crumbs": rows(begin, b"0" + b" " * 60, end),
        **inside(b"", b""),
        **{f"{name} as the header": make for name, make in inside(b'{"header":', b',"body":[]}').items()},
        **{f"{name} as counts": make for name, make in inside(YES + b'{"numbers_status":', b"}]}").items()},
        **{f"{name} as numbers": make for name, make in inside(YES + b'{"numbers":', b"}]}").items()},
        **{f"{name} in a number": make for name, make in inside(begin + b'{"id":1,"x":', b"}" + end).items()},
    }


def xml(inside_: str, row: bytes) -> Mapping[str, Make]:
    """Answers in XML, whose rows stand in `inside_`."""
    begin, end = b"<xml><main><%b>" % inside_.encode(), b"</%b></main></xml>" % inside_.encode()
    wide = rows(begin, row, end, b"")
    return {
        "whole rows": rows(begin, row, end, b"", most=34_000),
        "rows": rows(begin, row, end, b""),
        "damaged rows": rows(begin, row.replace(b"2019", b"x"), end, b"", most=34_000),
        "empty rows": rows(begin, row[: row.index(b">") - 1].replace(b"<call", b"<call/>")[:7], end, b""),
        "an error in the last byte": broken(rows(begin, row, end, b"", most=34_000)),
        "letters of two bytes": lambda size: wide(size // 2 - 10).decode().encode("utf-16"),
        "tags of two bytes": lambda size: filled(begin, b"<a/>      ", end)(size // 2 - 10).decode().encode("utf-16"),
        "an old encoding": lambda size: b'<?xml version="1.0" encoding="windows-1254"?>' + wide(size - 60),
        "tags": filled(begin, b"<a/>", end),
        "sparse tags": filled(begin, b"<a/>" + b" " * 22, end),
        "elements": filled(begin, b"<a></a>           ", end),
        "elements in elements": nests(b"", b"<a>", b"</a>", b""),
        "attributes": filled(begin, b'<a b="c"/>', end),
        "one element of attributes": rows(begin + b"<a ", b'a%d="c"', b"/>" + end, b" "),
        "a long attribute": filled(begin + b'<a b="', b"a", b'"/>' + end),
        "a long name": filled(b"<", b"a", b""),
        "a long text": filled(b"<xml><main><error>", b"a", b"</error></main></xml>"),
        "a long text of lines": filled(begin, b"a\n", end),
        "letters by their number": filled(begin, b"&#65;", end),
        "letters by their name": filled(begin, b"&amp;", end),
        "sections": filled(begin, b"<![CDATA[a]]>", end),
        "instructions": filled(begin, b"<?a?>", end),
        "a long comment": filled(begin + b"<!--", b"a", b"-->" + end),
        "comments": filled(begin, b"<!---->", end),
        "a comment without an end": filled(begin + b"<!--", b"a", b""),
        "a long error": filled(b"<xml><main><code>9</code><error>", b"no ", b"</error></main></xml>"),
        "a long word": filled(b"", b"a", b""),
        "blanks": filled(b"<xml>", b" ", b"</xml>"),
        **inside(b'{"error":', b"}"),
    }


def status() -> Mapping[str, Make]:
    """Queue status."""
    begin, odd, end = QUEUE % b'"Destek"', QUEUE % b"7", b"]}]}"
    queues = b'{"queues":['
    callers = QUEUE.partition(b'"callers":{')[0] % b'"Destek"' + b'"callers":{'
    rest = b'},"calls":1,"holdtime":1,"talktime":1,"completed":1,"abondaned":0,"agents":[]}]}'
    return {
        "whole agents": rows(begin, AGENT, end),
        "odd agents": rows(odd, AGENT, end),
        "agents of old letters": rows(begin, AGENT.replace(b'reason":"', b'reason":"' + OLD), end),
        "damaged agents": rows(begin, b'{"agent":[]}', end),
        "agents of crumbs": rows(odd, b'{"agent":1}', end),
        "callers": keyed(callers, b"3", rest),
        "odd callers": keyed(callers, b'"3"', rest),
        "queues": rows(queues, QUEUE % b'"Destek"' + b"]}", b"]}"),
        "queues of crumbs": rows(queues, b'{"queuename":1}', b"]}"),
        "an error in the last byte": broken(rows(begin, AGENT, end)),
        **inside(b"", b""),
        **{f"{name} in a queue": make for name, make in inside(b'{"queues":[{"queuename":', b"}]}").items()},
        **{
            f"{name} as callers": make for name, make in inside(b'{"queues":[{"queuename":7,"callers":', b"}]}").items()
        },
        **refusals(),
    }


def refusals() -> Mapping[str, Make]:
    """What a refusal can hold."""
    begin = b'{"status":"Error","message":'
    return {f"{name} as words": make for name, make in inside(begin, b"}").items()}


def commands() -> Mapping[str, Make]:
    """Answers to orders."""
    return {**inside(b"", b""), **refusals(), "a long yes": filled(b'{"status":"Success","unique_id":"', b"1", b'"}')}


def dialled(row: bytes) -> Mapping[str, Make]:
    """Answers about auto-dial lists, of rows like `row`."""
    return {
        "whole rows": rows(YES, row, b"]}", most=19_000),
        "rows": rows(YES, row, b"]}"),
        "an error in the last byte": broken(rows(YES, row, b"]}")),
        **inside(b"", b""),
        **{f"{name} as the body": make for name, make in inside(b'{"header":{"code":200},"body":', b"}").items()},
        **{f"{name} as words": make for name, make in inside(b'{"header":{"code":9,"message":', b"}}").items()},
    }


def events() -> Mapping[str, Make]:
    """One object of the event stream."""
    return {
        "an event": lambda size: EVENT % 1 + b" " * (size - len(EVENT)),
        "a nest without an end": filled(b"", b'{"a":', b""),
        **{f"{name} in an event": make for name, make in inside(b'{"scenario":', b"}").items()},
    }
