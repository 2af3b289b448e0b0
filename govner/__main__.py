"""``python -m govner``: the command line where the entry point is not on the path."""

import sys

from govner.cli import main

sys.exit(main())
