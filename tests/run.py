"""All checks, set-up included: python3 tests/run.py

Makes a virtual environment beside the checkout's files on first use, installs briefgen as a user
would, with what the tests need, and runs formatter, linter, types, import contracts and tests.
Stops at the end with every failure named, not at the first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv-tests"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")

CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "contracts": ["lint-imports"],
    "tests": ["pytest", "-n", "2", "--cov", "--cov-report=term"],
}


def main() -> None:
    """Set up, then run every check."""
    os.chdir(ROOT)
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        venv.create(ENVIRONMENT, with_pip=True)
    python = str(BIN / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", ".[test]"], check=True)
    # The second call renews briefgen itself, whose version has not changed.
    renew = ["--force-reinstall", "--no-deps"]
    subprocess.run([python, "-m", "pip", "install", "-q", *renew, "."], check=True)
    failed = []
    for name, (tool, *arguments) in CHECKS.items():
        print(f"== {name}", flush=True)
        if subprocess.run([str(BIN / tool), *arguments], check=False).returncode:
            failed.append(name)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
