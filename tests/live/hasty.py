"""The house with less patience: a trainee without a line loses the baton after a second. `python hasty.py serve ...`"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()
    from facilitator.chain import baton

    baton.AWAY = 1.0
    from facilitator.app import main

    sys.exit(main(sys.argv[1:]))
