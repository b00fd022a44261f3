"""A stand-in for the person at GNOME Keyring's question window: closes it, answers it, or leaves it open.

GNOME Keyring shows no window itself; it asks whoever owns the prompter's name on the bus, and encrypts the answer
between the two.
"""

import base64
import configparser
import os
import secrets
import threading
from contextlib import suppress
from typing import Any, Literal, Self

import jeepney.io.blocking
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call, new_method_return
from jeepney.bus_messages import message_bus

_PRIME = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA237327FFFFFFFFFFFFFFFF",
    16,
)
_EXCHANGE = "sx-aes-1"


class Prompter:
    """Owns the prompter's name on a bus.

    Attributes:
        asked: How many questions it was asked to show.
    """

    def __init__(self, address: str, behaviour: Literal["close", "answer", "leave"], password: str = "") -> None:
        self.asked = 0
        self._behaviour = behaviour
        self._password = password
        self._connection = jeepney.io.blocking.open_dbus_connection(address)
        self._call(message_bus.RequestName("org.gnome.keyring.SystemPrompter"))
        self._thread = threading.Thread(target=self._serve, name="prompter", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Give the name back; an open question counts as closed."""
        self._connection.sock.shutdown(2)
        self._thread.join(5)
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _call(self, message: Message) -> None:
        self._connection.send_and_get_reply(message)

    def _serve(self) -> None:
        with suppress(OSError, EOFError):
            while True:
                self._handle(self._connection.receive())

    def _handle(self, message: Message) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        fields = message.header.fields
        if fields.get(HeaderFields.interface) != "org.gnome.keyring.internal.Prompter":
            return
        self._connection.send(new_method_return(message))
        callback = DBusAddress(
            message.body[0], fields[HeaderFields.sender], "org.gnome.keyring.internal.Prompter.Callback"
        )
        match fields[HeaderFields.member]:
            case "BeginPrompting":
                self._say(callback, "PromptReady", "sa{sv}s", ("", {}, ""))
            case "PerformPrompt":
                self.asked += 1
                self._answer(callback, message.body[3])
            case "StopPrompting":
                self._say(callback, "PromptDone", "", ())

    def _answer(self, callback: DBusAddress, exchange: str) -> None:
        if self._behaviour == "close":
            self._say(callback, "PromptReady", "sa{sv}s", ("no", {}, exchange))
        elif self._behaviour == "answer":
            self._say(callback, "PromptReady", "sa{sv}s", ("yes", {}, _encrypted(self._password, exchange)))

    def _say(self, callback: DBusAddress, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._connection.send(new_method_call(callback, member, signature or None, body))


def _encrypted(password: str, exchange: str) -> str:
    theirs = configparser.ConfigParser()
    theirs.read_string(exchange)
    peer = int.from_bytes(base64.b64decode(theirs[_EXCHANGE]["public"]), "big")
    private = secrets.randbits(1024)
    shared = pow(peer, private, _PRIME).to_bytes(192, "big")
    key = HKDF(hashes.SHA256(), 16, salt=None, info=None).derive(shared)
    vector = os.urandom(16)
    padder = padding.PKCS7(128).padder()
    padded = padder.update(password.encode()) + padder.finalize()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
    values = {
        "public": pow(2, private, _PRIME).to_bytes(192, "big"),
        "secret": encryptor.update(padded) + encryptor.finalize(),
        "iv": vector,
    }
    lines = [f"[{_EXCHANGE}]", *(f"{name}={base64.b64encode(value).decode()}" for name, value in values.items())]
    return "\n".join(lines) + "\n"
