"""The time, which a test can let run faster."""

import threading
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What tells the time and waits."""

    def now(self) -> datetime:
        """Give the time, aware, in UTC."""

    def wait(self, seconds: float) -> None:
        """Come back after `seconds`, or sooner where the wait was ended."""


class RealClock:
    """The clock of this machine. `stop` ends every wait, now and later."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        self._stopped.wait(max(seconds, 0))

    def stop(self) -> None:
        self._stopped.set()
