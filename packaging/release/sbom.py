"""The bundle's list of materials as CycloneDX 1.6: the program, its distributions, Python, and every native library.

The same bundle gives the same bytes: the serial number is made of the content, and no time is told unless
SOURCE_DATE_EPOCH names one.
"""

import hashlib
import json
import os
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import components
import version
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

_NAMESPACE = uuid.UUID("6f1d7c8e-0f0b-5d5e-9a53-2f6f6e0f8a11")
_ROOT_REF = "netsantral-supervisor"


def document(found: list[components.Component], bundle: Path | None = None) -> dict[str, Any]:
    """The list of materials.

    Args:
        found: What `components.all_of` found.
        bundle: The unpacked bundle, whose library files get their digests; without one they are named only.

    Raises:
        VersionError: The program's version cannot be read.
    """
    listed = [_component(one, bundle) for one in found]
    body: dict[str, Any] = {
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": _ROOT_REF,
                "name": "netsantral-supervisor",
                "version": version.of_the_source(),
            },
            "tools": {"components": [{"type": "application", "name": "sbom.py of netsantral-supervisor"}]},
        },
        "components": listed,
        "dependencies": [
            {"ref": _ROOT_REF, "dependsOn": [one["bom-ref"] for one in listed]},
            *({"ref": one["bom-ref"]} for one in listed),
        ],
    }
    serial = uuid.uuid5(_NAMESPACE, json.dumps(body, sort_keys=True))
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        body["metadata"]["timestamp"] = datetime.fromtimestamp(int(epoch), UTC).isoformat().replace("+00:00", "Z")
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        **body,
    }


def _component(one: components.Component, bundle: Path | None) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "library", "bom-ref": one.purl, "name": one.name}
    if one.version:
        told["version"] = one.version
    told["licenses"] = [_licence(one.licence)]
    told["purl"] = one.purl
    if one.home.startswith(("http://", "https://")):
        told["externalReferences"] = [{"type": "website", "url": one.home}]
    if one.files:
        told["components"] = [_file(one, name, bundle) for name in one.files]
    return told


def _file(one: components.Component, name: str, bundle: Path | None) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "file", "bom-ref": f"{one.purl}#{name}", "name": name}
    if bundle is not None:
        digest = hashlib.sha256((bundle / name).read_bytes()).hexdigest()
        told["hashes"] = [{"alg": "SHA-256", "content": digest}]
    return told


def _licence(words: str) -> dict[str, Any]:
    try:
        return {"expression": str(canonicalize_license_expression(words))}
    except InvalidLicenseExpression:
        return {"license": {"name": words}}


def write(target: Path, found: list[components.Component], bundle: Path | None = None) -> None:
    """Write the list as `target`."""
    text = json.dumps(document(found, bundle), indent=1, ensure_ascii=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text + "\n", "utf-8", newline="\n")


def main() -> int:
    """Write the file; 1 when something in the bundle is unknown."""
    options = components.options("the bundle's list of materials (CycloneDX)")
    try:
        found = components.all_of(options.site_packages, options.texts, options.bundle, options.table)
        write(options.target, found, options.bundle)
    except (components.NoLicence, version.VersionError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.target} is written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
