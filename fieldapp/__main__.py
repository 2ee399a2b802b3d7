"""`python -m fieldapp`, the `fieldapp` command and the packaged program start here."""

import multiprocessing
import sys

from fieldapp.cli.main import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    multiprocessing.freeze_support()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
