"""The words of a command in, a line of JSON out: what it took, and how it ended.

It is run from here because Linux starts a child's peak of memory at what its parent held when it was forked, and who
measures holds all the texts.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

began = time.monotonic()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)  # noqa: S603  (commands of this folder)
elapsed, used = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
cost = {"seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1000, "elapsed": elapsed}
print(json.dumps({"code": code, "cost": cost}))
