"""One peer on one pair in a process of its own: with a limit of time, and with its memory."""

import multiprocessing
import resource
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from benchmarks.diff.alignment import changed_n, hunks_n
from benchmarks.diff.clock import best_ms, childrens_cpu_s
from benchmarks.diff.pairs import Pair, document
from benchmarks.diff.peers import Peer

COUNTING_S = 120
"""How long the counting after the measured call may take."""


class Measured(NamedTuple):
    """CPU ms, and peak memory beyond what there was before (of a program, all it had)."""

    ms: float
    mb: float
    changed: int | None = None
    hunks: int | None = None


FAILED = Measured(float("inf"), float("inf"))
"""What a call that raised an error is worth. The error itself is on standard error."""


def shown(found: Measured | None, limit_s: float) -> str:
    """Write the time in ms, or why there is none."""
    if found is None:
        return f">{limit_s:.0f} s"
    return "failed" if found is FAILED else f"{found.ms:.1f}"


def peak_mb() -> float:
    """Give the most memory this process had.

    `ru_maxrss` is the second choice: there, a new process begins with its parent's peak.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    return next(int(line.split()[1]) / 1_024 for line in status.splitlines() if "VmHWM" in line)


def _child(peer: Peer, pair: Pair, pipe: Connection, counts: bool) -> None:
    tiny = Pair("tiny", document(["What it loads."]), document(["What it loads first."]))
    peer.run(peer.prepare(tiny))
    given = peer.prepare(pair)
    before = peak_mb()
    ms, found = best_ms(peer.run, given, peer.clock)
    mb = peak_mb() - before
    if peer.clock is childrens_cpu_s or peer.own_ms:
        mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_024
    measured = Measured(peer.own_ms(found) if peer.own_ms else ms, mb)
    pipe.send(measured)
    if counts and peer.kept:
        alignment = peer.kept(found, pair)
        changed, hunks = changed_n(alignment, pair), hunks_n(alignment, pair)
        measured = measured._replace(changed=changed, hunks=hunks)
    pipe.send(measured)


def isolated(peer: Peer, pair: Pair, limit_s: float, *, counts: bool = False) -> Measured | None:
    """Measure `peer` on `pair`; None where it took longer than `limit_s`, FAILED if it failed.

    The limit is wall time and the parent's: a limit of CPU time makes the child's clock tick at
    4 ms. With `counts`, changed words and hunks are counted too.
    """
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    target: Callable[..., None] = _child
    child = context.Process(target=target, args=(peer, pair, sending, counts))
    child.start()
    sending.close()
    try:
        if not receiving.poll(limit_s):
            return None
        first: Measured = receiving.recv()
        if not receiving.poll(COUNTING_S):
            return first
        whole: Measured = receiving.recv()
    except EOFError:
        return FAILED
    else:
        return whole
    finally:
        child.kill()
        child.join()
        receiving.close()
