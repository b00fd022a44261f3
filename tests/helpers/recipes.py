"""The build scripts below packaging/ as modules, and PyInstaller's recipe read as another system would read it."""

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
BUNDLE = ROOT / "packaging" / "bundle"


@contextmanager
def _found_in(*folders: Path) -> Iterator[None]:
    """Modules below these folders can be imported, and are forgotten afterwards: several scripts have one name."""
    known, path = set(sys.modules), list(sys.path)
    sys.path[:0] = [str(folder) for folder in folders]
    try:
        yield
    finally:
        sys.path[:] = path
        for name in set(sys.modules) - known:
            found = getattr(sys.modules[name], "__file__", None)
            if found and Path(found).is_relative_to(ROOT / "packaging"):
                del sys.modules[name]


def script(place: str) -> ModuleType:
    """The script at `place` below packaging/, with the modules beside it."""
    path = ROOT / "packaging" / place
    spec = importlib.util.spec_from_file_location(f"script_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with _found_in(BUNDLE, path.parent):
        sys.modules[spec.name] = module  # dataclasses look themselves up there
        spec.loader.exec_module(module)
    return module


class Made:
    """What the recipe made of one kind: the arguments as they came."""

    def __init__(self, kind: str, *given: Any, **named: Any) -> None:
        self.kind = kind
        self.given = given
        self.named = named
        self.scripts, self.pure = [], []
        self.binaries: list[tuple[str, str, str]] = []
        self.datas: list[tuple[str, str, str]] = []


def read_spec(platform: str, work: Path, collected: dict[str, list[tuple[str, str, str]]] | None = None) -> list[Made]:
    """Run supervisor.spec as PyInstaller does on `platform`, with classes that keep what they are given.

    Args:
        platform: A `sys.platform`.
        work: The folder for what is made on the way.
        collected: What the analysis is to have found, as `binaries` and `datas`.
    """
    made: list[Made] = []

    def keeper(kind: str) -> Any:
        def keep(*given: Any, **named: Any) -> Made:
            one = Made(kind, *given, **named)
            if kind == "Analysis" and collected is not None:
                one.binaries, one.datas = list(collected["binaries"]), list(collected["datas"])
            made.append(one)
            return one

        return keep

    spec = BUNDLE / "supervisor.spec"
    names: dict[str, Any] = {kind: keeper(kind) for kind in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    names |= {"SPECPATH": str(spec.parent), "workpath": str(work)}
    hooks = SimpleNamespace(
        collect_data_files=lambda name, **_: [(f"data of {name}", name)],
        copy_metadata=lambda name, **_: [(f"metadata of {name}", name)],
        collect_submodules=lambda name, **_: [name],
    )
    modules = {
        "PyInstaller": SimpleNamespace(),
        "PyInstaller.utils": SimpleNamespace(),
        "PyInstaller.utils.hooks": hooks,
    }
    here, before = sys.platform, {name: sys.modules.get(name) for name in modules}
    with _found_in(BUNDLE):
        try:
            sys.modules.update(modules)  # type: ignore[arg-type]
            sys.platform = platform
            exec(compile(spec.read_text("utf-8"), str(spec), "exec"), names)
        finally:
            sys.platform = here
            for name, module in before.items():
                if module is None:
                    sys.modules.pop(name, None)
                else:
                    sys.modules[name] = module
    return made


def of_kind(made: list[Made], kind: str) -> list[Made]:
    """Those of one kind, in order."""
    return [one for one in made if one.kind == kind]
