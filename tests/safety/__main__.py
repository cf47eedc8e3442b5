"""`python -m tests.safety`."""

import sys

from tests.safety.run import main

sys.exit(main())
