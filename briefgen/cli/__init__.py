"""The command line: the only place that reads the clock and the working folder, prints, or exits.

Enters: arguments. Leaves: files, text on standard output, messages on standard error, and the
exit status: 0 done, 1 the answer is no, 2 unusable input.
"""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the program."""
    from briefgen.cli.streams import open_streams, quiet_endings

    # Trees hold no cycles, and one run is short: looking for cycles costs 6 % and frees nothing.
    gc.disable()
    with quiet_endings():  # a person may stop the program while it still loads
        open_streams()
        from briefgen.cli.commands import app
        from briefgen.cli.reporting import report
        from briefgen.cli.usage import told_usage
        from briefgen.errors import BriefgenError

        try:
            with told_usage(sys.argv[1:]):
                status = app(prog_name="briefgen", standalone_mode=False)
        except BriefgenError as fault:
            report(fault.diagnostics)
            sys.exit(fault.exit_status)
        sys.exit(status)
