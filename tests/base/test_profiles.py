"""What may travel unencrypted, and which profile a start takes."""

import pytest

from supervisor_gui.config import Given, Profile, Route, choose_profile, encryption_plan, free_name, time_factor_allowed
from supervisor_gui.errors import SettingsError

NEW = Profile(name="Ana", account="8501110000")
OTHER = Profile(name="Yedek", account="3121110000")
HTTPS = "https://crmsntrl.netgsm.com.tr"
PLAIN = "http://crmsntrl.netgsm.com.tr:9111"


def test_a_new_profile_tries_encrypted_first_and_plain_only_after_a_yes() -> None:
    plan = encryption_plan(NEW)
    assert plan.pbx == (Route(HTTPS, encrypted=True, agreed=True), Route(PLAIN, encrypted=False, agreed=False))
    assert plan.events is None


def test_an_agreement_lets_plain_http_follow_but_never_lead() -> None:
    plan = encryption_plan(Profile(name="Ana", account="8501110000", plain_http_agreed=True))
    assert [(route.url, route.agreed) for route in plan.pbx] == [(HTTPS, True), (PLAIN, True)]


def test_a_profile_that_worked_encrypted_never_falls_back_by_itself() -> None:
    profile = Profile(name="Ana", account="8501110000", plain_http_agreed=True, worked_encrypted=True)
    assert [route.url for route in encryption_plan(profile).pbx] == [HTTPS]


def test_a_plain_address_kept_in_a_profile_still_needs_the_yes() -> None:
    profile = Profile(name="Ana", account="8501110000", pbx_url=PLAIN, api_url="http://api.example")
    plan = encryption_plan(profile)
    assert [route.agreed for route in plan.pbx] == [False]
    assert not plan.api.agreed


def test_a_plain_address_on_the_command_line_is_a_yes_for_itself_alone() -> None:
    plan = encryption_plan(NEW, Given(pbx_url="http://127.0.0.1:8080"))
    assert plan.pbx == (Route("http://127.0.0.1:8080", encrypted=False, agreed=True),)
    assert plan.events is None


def test_an_encrypted_address_on_the_command_line_is_not_weakened() -> None:
    assert len(encryption_plan(NEW, Given(pbx_url="https://pbx.example")).pbx) == 1


@pytest.mark.parametrize(
    ("profile", "given", "events", "ask"),
    [
        (NEW, Given(), None, False),
        (Profile(name="A", account="8501110000", events_on=True), Given(), None, True),
        (
            Profile(name="A", account="8501110000", events_on=True, events_agreed=True),
            Given(),
            ("crmsntrl.netgsm.com.tr", 9110),
            False,
        ),
        (Profile(name="A", account="8501110000", events_agreed=True), Given(), None, False),
        (NEW, Given(events="127.0.0.1:9110"), ("127.0.0.1", 9110), False),
        (NEW, Given(events="[::1]:9110"), ("::1", 9110), False),
        (
            Profile(name="A", account="8501110000", events_on=True, events_agreed=True),
            Given(events="off"),
            None,
            False,
        ),
    ],
)
def test_the_event_stream_runs_only_when_wanted_and_agreed_to(
    profile: Profile, given: Given, events: tuple[str, int] | None, ask: bool
) -> None:
    plan = encryption_plan(profile, given)
    assert (plan.events, plan.ask_events) == (events, ask)


def test_the_plain_form_keeps_the_host_even_when_it_is_an_ipv6_address() -> None:
    profile = Profile(name="A", account="8501110000", pbx_url="https://[fd00::1]:8443/x")
    assert encryption_plan(profile).pbx[1].url == "http://[fd00::1]:9111"


def test_windows_are_shortened_only_when_nothing_can_reach_a_real_pbx() -> None:
    here = Given(pbx_url="http://127.0.0.1:1", api_url="http://localhost:2", events="127.0.0.1:3")
    assert time_factor_allowed(60.0, encryption_plan(NEW, here))
    assert not time_factor_allowed(60.0, encryption_plan(NEW, Given(pbx_url="http://127.0.0.1:1")))
    assert not time_factor_allowed(60.0, encryption_plan(NEW, Given(api_url="http://127.0.0.1:1")))
    assert time_factor_allowed(1.0, encryption_plan(NEW))


def test_a_start_without_arguments_takes_the_last_profile_and_the_very_first_asks() -> None:
    assert choose_profile([NEW, OTHER], last="Yedek") == OTHER
    assert choose_profile([NEW, OTHER], last="gone") == NEW
    assert choose_profile([]) is None


def test_an_account_without_a_profile_gets_one_from_the_arguments() -> None:
    made = choose_profile([NEW], account="3121110000", given=Given(pbx_url="http://127.0.0.1:1", events="127.0.0.1:2"))
    assert made is not None
    assert (made.name, made.plain_http_agreed, made.events_on, made.events_agreed) == ("3121110000", True, True, True)
    assert choose_profile([NEW], account="8501110000") == NEW


def test_switching_the_stream_off_on_the_command_line_is_no_agreement() -> None:
    made = choose_profile([], account="3121110000", given=Given(events="off"))
    assert made is not None
    assert not made.events_agreed


def test_a_profile_name_must_exist_and_fit_the_account() -> None:
    assert choose_profile([NEW, OTHER], name="Yedek") == OTHER
    made = choose_profile([NEW], name="Yeni", account="3121110000")
    assert made is not None
    assert made.name == "Yeni"
    with pytest.raises(SettingsError, match="Nowhere"):
        choose_profile([NEW], name="Nowhere")
    with pytest.raises(SettingsError, match="Ana"):
        choose_profile([NEW], name="Ana", account="3121110000")


def test_a_taken_name_gets_a_number() -> None:
    assert free_name([NEW, OTHER], "Ana") == "Ana 2"
    assert free_name([NEW, OTHER], "Başka") == "Başka"
