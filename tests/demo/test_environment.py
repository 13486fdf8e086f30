"""The first thing `make` runs: it makes .venv once, and says in one line why it can't."""

import ast
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent.parent / "demo" / "environment.py"
UNKNOWN = f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n"


@pytest.fixture
def project(tmp_path):
    """A project that needs no packages."""
    (tmp_path / "demo").mkdir()
    shutil.copy(SCRIPT, tmp_path / "demo")
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    return tmp_path


def run(project, python=sys.executable, path=os.defpath, code="print('here')"):
    script = str(project / "demo" / "environment.py")
    env = {"PATH": path, "HOME": str(project), "PIP_NO_INDEX": "1"}
    command = [python, script, "requirements.txt", "-c", code]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)


def pretend_installed(project):
    """An environment that holds what the project needs, made without waiting for pip."""
    python = project / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    digest = hashlib.sha256((project / "requirements.txt").read_bytes()).hexdigest()
    (project / ".venv" / "installed.txt").write_text(f"requirements.txt {digest}\n")


def older_python():
    """Any Python on this machine that is too old for the project."""
    names = [f"python3.{minor}" for minor in range(6, 12)]
    code = "import sys; print(sys.executable if sys.version_info < (3, 12) else '')"
    for path in filter(None, map(shutil.which, [*names, "/usr/bin/python3"])):
        asked = subprocess.run([path, "-c", code], capture_output=True, text=True)
        if asked.stdout.strip():
            return asked.stdout.strip()
    pytest.skip("every Python here is new enough")


def test_python_3_6_can_read_it():
    ast.parse(SCRIPT.read_text(), feature_version=(3, 6))


def test_packages_are_installed_when_the_file_has_changed(project):
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")  # of a Python now removed
    first = run(project)
    assert first.returncode == 0, first.stderr
    assert "Making .venv" in first.stdout
    assert "Installing requirements.txt" in first.stdout
    assert first.stdout.endswith("here\n")

    assert run(project).stdout == "here\n"

    (project / "requirements.txt").write_text("# nothing new\n")
    third = run(project)
    assert "Making .venv" not in third.stdout
    assert "Installing requirements.txt" in third.stdout

    (project / "requirements.txt").write_text(UNKNOWN)
    failed = run(project)
    assert failed.returncode == 1
    assert "The packages could not be installed (see " in failed.stderr
    assert "ERROR: No matching distribution found for no-such-package==1.0" in failed.stderr
    assert len(failed.stderr.strip().splitlines()) == 1

    (project / "requirements.txt").write_text("# nothing new\n")
    assert "Installing requirements.txt" in run(project).stdout, (
        "a failure is not remembered as done"
    )


def test_an_old_python_is_told_so_in_one_line(project):
    old = older_python()
    done = run(project, python=old, path="/nowhere")
    assert done.returncode == 1
    assert done.stderr.startswith(f"Python 3.12 or newer is needed; {old} is 3.")
    assert len(done.stderr.splitlines()) == 1
    assert not (project / ".venv").exists()


def test_an_old_python_hands_over_to_a_newer_one(project):
    old = older_python()
    newer = project / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    newer.parent.mkdir()
    newer.symlink_to(sys.executable)
    pretend_installed(project)
    done = run(
        project, python=old, path=str(newer.parent), code="import sys; print(sys.version_info[:2])"
    )
    assert done.stdout.endswith(f"{sys.version_info[:2]}\n"), done.stderr


def test_a_file_in_the_place_of_the_environment_is_named(project):
    (project / ".venv").write_text("a file")
    done = run(project)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert ".venv" in done.stderr
