"""Start Nutshell from a checkout: `python main.py`, options by `--help`.

The command line and the system are looked at before Qt is imported, so that what is wrong becomes one sentence.
"""

import sys

from gui.app import main

if __name__ == "__main__":
    sys.exit(main())
