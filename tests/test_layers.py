"""Data flows one way: who may import whom, and what the core imports when it starts."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "optuna_dashboard"

MAY_IMPORT = {
    "study": {"study"},
    "storage": {"storage", "study"},
    "figures": {"figures", "analysis", "filter", "study"},
    "analysis": {"analysis", "study"},
    "filter": {"filter", "study"},
    "api": {
        "api",
        "report",
        "migrate",
        "figures",
        "filter",
        "analysis",
        "storage",
        "study",
        "version",
    },
    "report": {"report", "figures", "analysis", "study", "version"},
    # What programs call: they have Optuna.
    "python_api": {"python_api", "study"},
    "artifact": {"artifact", "python_api"},
    "migrate": {"migrate", "storage", "study"},
    "multi_objective": {"multi_objective", "storage", "study"},
    "version": set(),
    "access": {"access", "api"},
    "artifact_stores": set(),
    "cli": {
        "api",
        "artifact_stores",
        "cli_access",
        "cli_config",
        "cli_migrate",
        "cli_report",
        "cli_upgrade",
        "migrate",
        "server",
        "servers",
        "storage",
        "version",
    },
    "cli_access": {"access", "server"},
    "cli_config": {"artifact_stores", "servers", "storage"},
    "cli_migrate": {"migrate", "storage"},
    "cli_report": {"artifact_stores", "report", "storage", "study"},
    "cli_upgrade": {"migrate", "storage"},
    "server": {"access", "api"},
    "servers": {"api", "server"},
    "serving": {"access", "api", "server", "servers", "storage"},
    "__main__": {"cli"},
    "__init__": {"", "artifact", "multi_objective", "python_api", "serving"},
}

# What only hosts may load: servers, and everything that is not pure Python.
FORBIDDEN = ("numpy", "scipy", "sklearn", "optuna", "plotly", "sqlalchemy", "alembic")
# Where Optuna's own storages are read or named; ``test_a_file_is_served_without_optuna``.
THROUGH_OPTUNA = {"artifact_files.py", "artifact_stores.py", "open.py", "writer.py"} | {
    "database.py",
    "database_rows.py",
    *(
        f"optuna_{noun}.py"
        for noun in ("log", "open", "rename", "storage", "upgrade", "values", "writes", "writing")
    ),
}
FORBIDDEN_MODULES = ("http.server", "wsgiref.simple_server", "socketserver")


def files() -> list[tuple[str, Path]]:
    """Every module of the package and the room it stands in."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return [(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path) for path in paths]


def imported(path: Path) -> Iterator[str]:
    """Names of the modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield str(node.module)


@pytest.mark.parametrize(("room", "path"), files(), ids=lambda value: str(value).split("/")[-1])
def test_imports_point_one_way(room: str, path: Path) -> None:
    for module in imported(path):
        top, _, rest = module.partition(".")
        if top == "optuna_dashboard":
            assert rest.split(".")[0] in MAY_IMPORT[room], f"{path} imports {module}"
        elif room not in ("cli", "server", "__main__"):
            assert module not in FORBIDDEN_MODULES, f"{path} imports {module}"
            is_through = path.name in THROUGH_OPTUNA and top in ("optuna", "sqlalchemy")
            is_program = room in ("python_api", "artifact") and top == "optuna"
            may = room in ("analysis", "multi_objective") or is_through or is_program
            assert may or top not in FORBIDDEN, f"{path} imports {module}"


def test_every_room_is_known() -> None:
    assert {room for room, _ in files()} <= set(MAY_IMPORT)


def test_the_core_starts_with_the_standard_library_and_falcon() -> None:
    program = "import json, sys, optuna_dashboard.api.app; print(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    modules = json.loads(done.stdout)
    tops = {module.partition(".")[0] for module in modules}
    # Where Falcon is compiled, it brings the last one.
    known = {*sys.stdlib_module_names, "falcon", "optuna_dashboard", "cython_runtime"}
    of_the_installation = {top for top in tops if top.startswith(("_", "sitecustomize"))}
    assert tops - known - of_the_installation == set()
    assert not set(FORBIDDEN_MODULES) & set(modules)


def test_a_file_is_served_without_optuna() -> None:
    file = Path(__file__).parent / "fixtures" / "sqlite" / "optuna-5.0.0.db"
    program = (
        "import json, sys; from optuna_dashboard.cli import main; "
        "from optuna_dashboard.api.catalog import Catalog; "
        "from optuna_dashboard.server import make_dashboard_server; "
        "from optuna_dashboard.storage.open import open_storage; "
        f"catalog = Catalog(); catalog.add(open_storage({str(file)!r})); "
        "server = make_dashboard_server(catalog, '127.0.0.1', 0); server.server_close(); "
        "from falcon import testing; "
        "client = testing.TestClient(server.get_app(), {'Host': 'localhost'}); "
        "answer = client.simulate_get('/api/studies'); "
        "assert len(answer.json['study_summaries']) == 24; "
        "print(json.dumps(list(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    tops = {module.partition(".")[0] for module in json.loads(done.stdout)}
    assert not tops & set(FORBIDDEN)
