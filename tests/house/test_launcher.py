"""run.py on a bare Python: what it imports, what it says, what it skips the second time. No network is used here."""

import ast
import contextlib
import os
import shutil
import subprocess
import sys
import time

import pytest

from facilitator.install import place, start, vendor
from tests.house import test_borders, tracked

# Imported late, by what runs after the set-up inside .venv.
LATE = {"cooperation.py": {"gevent"}, "letters.py": {"fontTools"}}
# A lock with one package that no index has.
NOWHERE = f"nergens==1.0 \\\n    --hash=sha256:{'0' * 64}\n"
BROUGHT = ("static/vendor", ".stamps")

# The house in these trials is one room: it says how it was opened, and leaves with a number.
HOUSE = """
import sys, threading
def main(argv):
    print("open", argv, sys.prefix, sys.base_prefix != sys.prefix, "gevent" in sys.modules)
    return 7
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A folder with the real launcher, no packages to fetch, and JavaScript that is there already."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(tracked.ROOT / "facilitator" / "install", root / "facilitator" / "install")
    for name in ("run.py", "package.json", "package-lock.json", ".npmrc", "facilitator/__init__.py"):
        shutil.copy(tracked.ROOT / name, root / name)
    for name in BROUGHT:
        shutil.copytree(tracked.ROOT / name, root / name)
    (root / "requirements.lock").write_text("# nothing\n")
    (root / "facilitator" / "app.py").write_text(HOUSE)
    return root


def run(project, *arguments, **environment_extra):
    """`python3 run.py ...` as somebody would type it, with the Python that .venv was made from."""
    command = [os.path.join(sys.base_prefix, "bin", "python3"), "run.py", *arguments]
    return subprocess.run(
        command, cwd=project, capture_output=True, text=True, encoding="utf-8", env={**os.environ, **environment_extra}
    )


def state(project):
    """Which of (Python packages, JavaScript) the project's own launcher finds in order."""
    code = "from facilitator.install import environment as e, vendor as v\n"
    code += "print(e.ready('requirements.lock'), v.ready())"
    return run_python(project, code).stdout.split()


@contextlib.contextmanager
def kept(path):
    """Whatever happens to the file, it is as it was afterwards."""
    content = path.read_bytes()
    try:
        yield
    finally:
        path.write_bytes(content)


def run_python(project, code):
    """A line of Python in the project's folder."""
    return subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, encoding="utf-8")


def test_a_python_without_venv_gets_a_sentence(project, tmp_path):
    (tmp_path / "venv.py").write_text("raise ImportError('No module named venv')")
    assert not (project / ".venv").exists()
    result = run(project, "rehearse", PYTHONPATH=str(tmp_path))
    assert result.returncode == 1
    assert "Python mist hier het onderdeel venv." in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / ".venv").exists()


def test_a_folder_whose_python_is_gone_is_set_up_and_opened(project):
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "bin" / "python").symlink_to(project / "python3.10")
    first = run(project, "rehearse", "--seed", "7")
    assert first.stdout.splitlines() == [
        "Ketentafel wordt klaargezet. Dat gebeurt één keer en heeft internet nodig.",
        "Python-omgeving maken in .venv",
        "Python-pakketten ophalen",
        "Klaar.",
        f"open ['rehearse', '--seed', '7'] {project / '.venv'} True False",
    ], first.stderr
    assert first.returncode == 7


def test_the_second_start_is_immediate(project):
    run(project, "rehearse")
    took = []
    for _ in range(3):  # the fastest: other tests may be busy beside this one
        began = time.monotonic()
        second = run(project, "rehearse")
        took.append(time.monotonic() - began)
        assert second.stdout.splitlines() == [f"open ['rehearse'] {project / '.venv'} True False"]
    assert min(took) < 1


def test_a_changed_lock_is_noticed(project):
    run(project, "rehearse")
    with (project / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    assert "Python-pakketten ophalen" in run(project, "rehearse").stdout.splitlines()
    assert "Python-pakketten ophalen" not in run(project, "rehearse").stdout.splitlines()


def test_a_missing_interpreter_is_noticed(project):
    run(project, "rehearse")
    python = project / ".venv" / "bin" / "python"
    behind = python.readlink()
    python.unlink()
    try:
        assert state(project) == ["False", "True"]
    finally:
        python.symlink_to(behind)
    assert state(project) == ["True", "True"]


@pytest.mark.parametrize("name", ["preact.js", "fonts/atkinson-700.ttf"])
def test_a_deleted_vendor_file_is_noticed(project, name):
    run(project, "rehearse")
    path = project / "static" / "vendor" / name
    with kept(path):
        path.unlink()
        assert state(project) == ["True", "False"]
    assert state(project) == ["True", "True"]


def test_a_changed_npm_lock_is_noticed(project):
    run(project, "rehearse")
    path = project / "package-lock.json"
    with kept(path):
        path.write_text(path.read_text().replace("{", "{ ", 1))
        assert state(project) == ["True", "False"]
    assert state(project) == ["True", "True"]


def test_a_second_set_up_waits_for_the_first(project):
    run(project, "rehearse")
    hold = "from facilitator.install import turn\nwith turn.taken(): print('held', flush=True); input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "held\n"
    (project / "requirements.lock").write_text("# again\n")
    waiting = subprocess.Popen(
        [os.path.join(sys.base_prefix, "bin", "python3"), "run.py", "rehearse"],
        cwd=project, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert waiting.stdout.readline() == "Een andere start is nog bezig met klaarzetten. Even wachten.\n"
    assert waiting.poll() is None
    holder.communicate("\n")
    assert "Klaar.\n" in waiting.communicate(timeout=60)[0]
    assert waiting.returncode == 7


def test_no_internet_gets_a_sentence(project):
    # Port 9 of this machine: nobody answers there.
    blocked = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1"}
    with kept(project / "requirements.lock"):
        (project / "requirements.lock").write_text(NOWHERE)
        result = run(project, "rehearse", **blocked)
    assert result.returncode == 1
    assert result.stderr.strip() == (
        "De pakketten konden niet worden opgehaald. De eerste keer is internet nodig: maak verbinding en start opnieuw."
    )


def test_a_package_that_is_not_what_it_should_be_is_refused(project, tmp_path):
    (tmp_path / "nergens-1.0-py3-none-any.whl").write_bytes(b"not the wheel that was locked")
    local = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)}
    with kept(project / "requirements.lock"):
        (project / "requirements.lock").write_text(NOWHERE)
        result = run(project, "rehearse", **local)
    assert result.returncode == 1
    assert "Een pakket is anders dan het hoort te zijn (requirements.lock)." in result.stderr


def test_an_old_python_gets_a_sentence():
    # run.py is read by the old Python itself, so it may hold nothing that it cannot read.
    ast.parse(tracked.text("run.py"), feature_version=(3, 4))
    code = "import sys, runpy; sys.version_info = (3, 9, 2); runpy.run_path('run.py', run_name='__main__')"
    result = run_python(tracked.ROOT, code)
    assert result.returncode == 1
    assert result.stderr.strip() == (
        "Ketentafel heeft Python 3.11 of nieuwer nodig; dit is 3.9. Installeer een nieuwere Python en start opnieuw."
    )


def test_the_set_up_needs_nothing_but_the_standard_library():
    for name in test_borders.modules():
        if name.startswith("facilitator/install/") or name == "run.py":
            allowed = sys.stdlib_module_names | {"facilitator"} | LATE.get(name.rpartition("/")[2], set())
            assert test_borders.imports(tracked.text(name)) <= allowed, name
            assert "from facilitator" not in tracked.text(name).replace("from facilitator.install import", "").replace(
                "    from facilitator.app import main", ""
            ), name


def test_only_the_launcher_starts_the_house():
    openers = [name for name in test_borders.modules() if "facilitator.app import" in tracked.text(name)]
    assert openers == ["facilitator/install/start.py"]


def test_gevent_patches_only_what_serves(project):
    # gevent is not in this .venv: only a command that serves looks for it.
    run(project, "rehearse")
    for serving in ([], ["--port", "0"], ["serve"]):
        result = run(project, *serving)
        assert "No module named 'gevent'" in result.stderr, serving
    assert run(project, "play", "x.yaml").returncode == 7


def test_nothing_is_left_to_set_up_here():
    # An editable install elsewhere has its own packages; test_lock.py looks at those.
    assert start.ready(testing=True) if place.inside() else vendor.ready(testing=True)
