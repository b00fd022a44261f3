"""Settings and profiles: declared once, kept in settings.ini, read as frozen snapshots. No Qt and no secrets."""

from supervisor_gui.config import declarations as keys
from supervisor_gui.config.addresses import host_of, is_encrypted, is_loopback, plain_form, stream_address
from supervisor_gui.config.declarations import GROUPS, SETTINGS, UndeclaredSettingError, declared
from supervisor_gui.config.policy import NO_POLICY, Fault, MachinePolicy
from supervisor_gui.config.policy_file import this_computer
from supervisor_gui.config.profiles import (
    ConnectionPlan,
    Given,
    Profile,
    Route,
    account_problem,
    choose_profile,
    encryption_plan,
    free_name,
    from_given,
    name_problem,
    time_factor_allowed,
)
from supervisor_gui.config.store import SettingChange, Settings, SettingsChanged, SettingsStore
from supervisor_gui.config.values import BreakRule, Choice, Kind, Level, QueueRule, Setting

__all__ = [
    "GROUPS",
    "NO_POLICY",
    "SETTINGS",
    "BreakRule",
    "Choice",
    "ConnectionPlan",
    "Fault",
    "Given",
    "Kind",
    "Level",
    "MachinePolicy",
    "Profile",
    "QueueRule",
    "Route",
    "Setting",
    "SettingChange",
    "Settings",
    "SettingsChanged",
    "SettingsStore",
    "UndeclaredSettingError",
    "account_problem",
    "choose_profile",
    "declared",
    "encryption_plan",
    "free_name",
    "from_given",
    "host_of",
    "is_encrypted",
    "is_loopback",
    "keys",
    "name_problem",
    "plain_form",
    "stream_address",
    "this_computer",
    "time_factor_allowed",
]
