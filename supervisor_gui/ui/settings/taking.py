"""Takes a wish of the settings page into the store, after the agreement that it needs. It shows no page."""

import msgspec
from PySide6.QtWidgets import QWidget

from supervisor_gui.config import SettingChange, SettingsStore, declared, host_of, is_encrypted, keys
from supervisor_gui.config.values import check
from supervisor_gui.ui.dialogs.consent import ConsentDialog

ADDRESSES = (keys.PBX_ADDRESS.key, keys.API_ADDRESS.key)


async def take_wish(change: SettingChange, store: SettingsStore, parent: QWidget | None = None) -> bool:
    """Do what the page wished.

    A plain address is agreed to first, once per host, and the event stream once per profile. A new host of the PBX
    loses what was learned about the old one and what was agreed to for it.

    Returns:
        Whether it was taken; the page shows the old value again when not.

    Raises:
        SettingsError: The value cannot be used, in words.
    """
    setting = declared(change.key)
    value = setting.default if change.value is None else change.value
    if value == store.settings.get(setting):
        return True
    if change.key == keys.EVENTS_ON.key and value:
        return await _take_events(store, parent)
    if change.key not in ADDRESSES:
        store.apply(change)
        return True
    return await _take_address(change, str(value), store, parent)


async def _take_events(store: SettingsStore, parent: QWidget | None) -> bool:
    if not store.settings.get(keys.EVENTS_AGREED):
        if not await ConsentDialog.for_events(parent).ask():
            return False
        store.set(keys.EVENTS_AGREED, value=True)
    store.set(keys.EVENTS_ON, value=True)
    return True


async def _take_address(change: SettingChange, url: str, store: SettingsStore, parent: QWidget | None) -> bool:
    setting = declared(change.key)
    check(setting, url)
    moved = host_of(url) != host_of(store.settings.get(setting))
    before = store.profile(store.settings.profile)
    asks = not is_encrypted(url) and (moved or before is None or not before.plain_http_agreed)
    if asks and not await ConsentDialog.for_plain_http(host_of(url), tried=False, parent=parent).ask():
        return False
    if setting is keys.PBX_ADDRESS and moved:
        store.set(keys.WORKED_ENCRYPTED, value=False)
        store.set(keys.PLAIN_HTTP_AGREED, value=False)
    store.apply(change)
    after = store.profile(store.settings.profile)
    if asks and after is not None:
        store.put(msgspec.structs.replace(after, plain_http_agreed=True))
    return True
