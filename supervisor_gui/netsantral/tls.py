"""The one TLS context of a client: the system's certificates and, if given, a company's own. Checks are never off."""

import asyncio
import ssl
from pathlib import Path


class CaFileError(Exception):
    """The extra CA file cannot be read or holds no certificate."""


class TlsSource:
    """Makes the context once, away from the event loop (it takes 20 ms), and shares it."""

    def __init__(self, extra_ca: Path | None = None) -> None:
        self._extra_ca = extra_ca
        self._making = asyncio.Lock()
        self._context: ssl.SSLContext | None = None

    async def context(self) -> ssl.SSLContext:
        """The shared context.

        Raises:
            CaFileError: With the reason in words.
        """
        async with self._making:
            if self._context is None:
                self._context = await asyncio.to_thread(_make, self._extra_ca)
            return self._context


def bare_context() -> ssl.SSLContext:
    """A context that trusts nobody, for plain HTTP: httpx would else read its own certificate list for nothing."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _make(extra_ca: Path | None) -> ssl.SSLContext:
    import truststore  # noqa: PLC0415  not needed for plain HTTP, and loaded away from the event loop

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if extra_ca is not None:
        try:
            context.load_verify_locations(cafile=str(extra_ca))
        except (OSError, ssl.SSLError) as error:
            raise CaFileError(error.strerror or type(error).__name__) from error
    return context
