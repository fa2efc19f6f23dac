# Loads a workbook with openpyxl, and says how long that took.
import json
import resource
import sys
import time

import openpyxl

before = time.process_time()
started = time.perf_counter()
openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
    "elapsedMs": (time.perf_counter() - started) * 1000,
    "cpuMs": (time.process_time() - before) * 1000,
    "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
