"""CPU time of a call: the best of several runs, without rubbish collection."""

import gc
import resource
import time
from collections.abc import Callable
from typing import Any

RUNS = 7
ENOUGH_MS = 400.0
"""A call is repeated, at most `RUNS` times, until its runs took so long together."""


def own_cpu_s() -> float:
    return time.process_time()


def childrens_cpu_s() -> float:
    """CPU time of all child processes that ended, their start included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def best_ms(
    call: Callable[[Any], object],
    argument: object,
    clock: Callable[[], float] = own_cpu_s,
    runs: int = RUNS,
) -> tuple[float, Any]:
    """Give the best of up to `runs` times of `call(argument)` without rubbish collection."""
    best, spent = float("inf"), 0.0
    value: object = None
    gc.disable()
    try:
        for _ in range(runs):
            value = None
            start = clock()
            value = call(argument)
            took = (clock() - start) * 1_000
            best, spent = min(best, took), spent + took
            if spent > ENOUGH_MS:
                break
    finally:
        gc.enable()
    return best, value
