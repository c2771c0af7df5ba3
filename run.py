"""Start Ketentafel: `python3 run.py` sets everything up the first time; `python3 run.py test` runs the tests."""

import sys

# Written so that an old Python can still read this file and say what is wrong.
if sys.version_info < (3, 11):
    sys.exit(
        "Ketentafel heeft Python 3.11 of nieuwer nodig; dit is %d.%d. Installeer een nieuwere Python en start opnieuw."
        % sys.version_info[:2]
    )

from facilitator.install import start

if __name__ == "__main__":
    sys.exit(start.main(sys.argv[1:]))
