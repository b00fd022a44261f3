"""Certificates for `--tls`: an own CA, a good one, and three that no client may accept. None is ever trusted."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from supervisor_gui.simulator.doors import CertificatePaths

LIFE = timedelta(days=30)


class _Authority:
    def __init__(self, name: str, now: datetime) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = _named(name)
        self.now = now
        builder = _builder(self.name, self.name, self.key, now - timedelta(days=1), now + LIFE)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        builder = builder.add_extension(_usage(signs_certificates=True), critical=True)
        self.certificate = builder.sign(self.key, hashes.SHA256())

    def issue(self, host: x509.GeneralName, start: datetime, end: datetime) -> bytes:
        """A server certificate with its key, as PEM."""
        key = ec.generate_private_key(ec.SECP256R1())
        issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        certificate = (
            _builder(_named("simulator"), self.name, key, start, end)
            .add_extension(x509.SubjectAlternativeName([host]), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs_certificates=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(issuer_id, critical=False)
            .sign(self.key, hashes.SHA256())
        )
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return secret + certificate.public_bytes(serialization.Encoding.PEM)


def write_certificates(folder: Path) -> CertificatePaths:
    """Make everything anew in `folder`.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    ours, other = _Authority("simulator CA", now), _Authority("another CA", now)
    here = x509.IPAddress(ip_address("127.0.0.1"))
    yesterday, end = now - timedelta(days=1), now + LIFE
    paths = CertificatePaths(
        *(folder / f"{name}.pem" for name in ("ca", "good", "expired", "wrong_name", "unknown_ca"))
    )
    paths.ca.write_bytes(ours.certificate.public_bytes(serialization.Encoding.PEM))
    _write_secret(paths.good, ours.issue(here, yesterday, end))
    _write_secret(paths.expired, ours.issue(here, yesterday - LIFE, yesterday))
    _write_secret(paths.wrong_name, ours.issue(x509.DNSName("elsewhere.invalid"), yesterday, end))
    _write_secret(paths.unknown_ca, other.issue(here, yesterday, end))
    return paths


def _write_secret(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, *life: datetime
) -> x509.CertificateBuilder:
    start, end = life
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
