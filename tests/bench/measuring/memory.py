"""How much memory this process has taken at most."""

import sys
from pathlib import Path


def peak_mb() -> float:
    """Megabytes resident at the peak, of this process alone (Linux), else as the system counts."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1_000
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)
