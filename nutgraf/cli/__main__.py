"""``python -m nutgraf.cli``: the ``nutgraf`` command without being installed."""

import sys

from nutgraf.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
