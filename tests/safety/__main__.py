"""`python -m tests.safety`."""

import sys

from tests.safety.run import main

if __name__ == "__main__":
    sys.exit(main())
