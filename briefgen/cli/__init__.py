"""The command line: the only place that reads the clock and the working folder, prints, or exits.

Enters: arguments. Leaves: files, text on standard output, messages on standard error, and the
exit status: 0 done, 1 the answer is no, 2 unusable input.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the program."""
    from briefgen.cli.commands import app
    from briefgen.cli.reporting import report
    from briefgen.errors import BriefgenError

    try:
        app()
    except BriefgenError as fault:
        report(fault.diagnostics)
        sys.exit(fault.exit_status)
    except BrokenPipeError:
        # The reader went away (as in `| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
