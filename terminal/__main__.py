"""``python -m terminal``: the ``nutgraf`` command without being installed."""

import sys

from terminal.main import main

if __name__ == "__main__":
    sys.exit(main())
