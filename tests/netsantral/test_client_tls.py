"""Certificates are always checked: wrong names, dates and issuers are refused before the password goes."""

import asyncio
import datetime as dt
import ipaddress
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from supervisor_gui.netsantral.errors import NoAnswer, NotSent
from tests.helpers.wire_server import WireServer, http, open_client

STATUS = http(b'{"queues":[]}')
NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


class Authority:
    """A certificate authority that lives for one test."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        own = self._builder(self.name, self.key.public_key(), NOW + 30 * DAY)
        own = own.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.file = folder / f"{name}.pem"
        self.file.write_bytes(own.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))

    def _builder(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey, until: dt.datetime
    ) -> x509.CertificateBuilder:
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(self.name).public_key(key)
        builder = builder.serial_number(x509.random_serial_number())
        return builder.not_valid_before(NOW - 60 * DAY).not_valid_after(until)

    def server(self, *names: x509.GeneralName, until: dt.datetime = NOW + 10 * DAY) -> ssl.SSLContext:
        """A server's context with a certificate for `names`."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "server")])
        builder = self._builder(subject, key.public_key(), until)
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        file = self.folder / "server.pem"
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.write_bytes(private + builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


LOOPBACK = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))


async def refused(server: WireServer, extra_ca: Path | None) -> NotSent:
    async with server, open_client(server.url, extra_ca=extra_ca) as client:
        with pytest.raises(NotSent) as caught:
            await client.queue_status(None)
    assert server.requests == []
    return caught.value


async def test_a_company_authority_added_by_the_user_is_trusted(tmp_path: Path) -> None:
    authority = Authority(tmp_path, "company")
    server = WireServer(STATUS, tls=authority.server(LOOPBACK))
    async with server, open_client(server.url, extra_ca=authority.file) as client:
        assert (await client.queue_status(None)).queues == ()
        assert (await client.probe()).encrypted


async def test_an_unknown_authority_is_refused_with_its_own_reason(tmp_path: Path) -> None:
    authority = Authority(tmp_path, "unknown")
    error = await refused(WireServer(STATUS, tls=authority.server(LOOPBACK)), None)
    assert error.reason == "tls_unknown_ca"
    assert error.details


async def test_a_certificate_out_of_date_is_refused(tmp_path: Path) -> None:
    authority = Authority(tmp_path, "company")
    server = WireServer(STATUS, tls=authority.server(LOOPBACK, until=NOW - DAY))
    assert (await refused(server, authority.file)).reason == "tls_expired"


async def test_a_certificate_for_another_name_is_refused(tmp_path: Path) -> None:
    authority = Authority(tmp_path, "company")
    server = WireServer(STATUS, tls=authority.server(x509.DNSName("other.example.com")))
    assert (await refused(server, authority.file)).reason == "tls_name"


async def test_https_to_an_unencrypted_port_says_so() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
        await reader.read()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    async with server, open_client(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}") as client:
        with pytest.raises(NotSent) as caught:
            await client.queue_status(None)
    assert caught.value.reason == "no_tls"


async def test_http_to_an_encrypted_port_is_no_answer_and_no_success(tmp_path: Path) -> None:
    authority = Authority(tmp_path, "company")
    server = WireServer(STATUS, tls=authority.server(LOOPBACK))
    async with server, open_client(f"http://127.0.0.1:{server.port}") as client:
        with pytest.raises(NoAnswer) as caught:
            await client.queue_status(None)
    assert caught.value.reason == "cut"


@pytest.mark.parametrize("content", [None, "not a certificate"])
async def test_an_authority_file_that_cannot_be_used_is_named(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    async with open_client("https://127.0.0.1:1", extra_ca=file) as client:
        with pytest.raises(NotSent) as caught:
            await client.queue_status(None)
    assert caught.value.reason == "ca_file"
