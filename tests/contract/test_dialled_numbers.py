"""What somebody typed, from the reading of it over the client to the simulator: the number arrives as it was shown."""

import pytest

from supervisor_gui.netsantral.dial_numbers import read_number
from tests.helpers.pbx_pair import Pair

LINE = "3121110000"


@pytest.mark.parametrize(
    ("typed", "sent", "handed_over", "shown"),
    [
        ("+90 (555) 000 00 01", "5550000001", "05550000001", "05550000001"),
        ("٠٣١٢ ١١١ ٠٠ ٠٠", "3121110000", "03121110000", "03121110000"),
        ("0850 111 00 00", "8501110000", "08501110000", "08501110000"),
        ("444 0 000", "4440000", "4440000", "4440000"),
        ("+49 30 555 00 01", "0049305550001", "0049305550001", "0049305550001"),
        ("00298 555 001", "00298555001", "00298555001", "00298555001"),
        ("+290 51234", "0029051234", "0029051234", "0029051234"),
    ],
)
async def test_a_number_arrives_whole_when_called_and_when_a_call_is_handed_over_to_it(
    pair: Pair, typed: str, sent: str, handed_over: str, shown: str
) -> None:
    number = read_number(typed, is_extension="101".__eq__).number
    assert number is not None
    before = len(await pair.calls())
    _, request = await pair.ask(lambda client: client.originate("101", number.wire, trunk=LINE))
    assert request["params"]["customer_num"] == sent
    call = await pair.ringing(before)
    assert (await pair.newest_call())["number"] == shown
    await pair.pick_up(call)
    await pair.ringing(before, legs=2)
    await pair.pick_up(call)
    _, request = await pair.ask(lambda client: client.blind_transfer(call, number.wire))
    assert request["params"]["exten"] == handed_over
