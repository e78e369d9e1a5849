"""How many steps are due now, how many fit into a slice of work, and when work beside the run may go on."""

CATCH_UP = 0.1  # seconds that may be caught up after a hiccup
SLICE = 0.004  # seconds of work before the engine looks at its queue again
REST_OF_SHARE = 3.0  # so many times as long as it took, work beside a run has to wait


class Pace:
    """Steps that the clock on the wall asks for, fractions carried over."""

    def __init__(self) -> None:
        self._owed = 0.0
        self._seen = 0.0

    def start(self, now: float) -> None:
        """Owe nothing from `now` (seconds) on."""
        self._owed, self._seen = 0.0, now

    def due(self, now: float, rate: float) -> int:
        """Whole steps owed at `now`, at `rate` steps per second; at most the next one and 0.1 s more."""
        self._owed = min(self._owed + max(now - self._seen, 0.0) * rate, 1.0 + CATCH_UP * rate)
        self._seen = now
        return int(self._owed)

    def paid(self, steps: int) -> None:
        """`steps` were made."""
        self._owed -= steps

    def wait(self, now: float, rate: float) -> float:
        """Seconds from `now` until the next whole step is due."""
        return max((1.0 - self._owed) / rate - (now - self._seen), 0.0)


class Slice:
    """The number of steps that takes about 4 ms, learnt from the slices before."""

    def __init__(self) -> None:
        self.steps = 1

    def forget(self) -> None:
        """The next slice may cost anything: begin with one step."""
        self.steps = 1

    def learn(self, steps: int, seconds: float) -> None:
        """`steps` took `seconds`. Shrinks at once, grows at most to the double of what was tried."""
        fitting = int(steps * SLICE / max(seconds, 1e-9))
        limit = 2 * steps if steps >= self.steps else self.steps
        self.steps = max(1, min(fitting, limit))


class Share:
    """When work beside a run that plays is due: for each second it takes, the run works or waits for three.

    Both are measured alike, so that it keeps its quarter where other programs want the processor too.
    """

    def __init__(self) -> None:
        self._owed = 0.0

    @property
    def wait(self) -> float:
        """Seconds of the run's own until it is due."""
        return self._owed

    def earn(self, seconds: float) -> None:
        """The run has worked, or waited, for so long."""
        self._owed = max(self._owed - seconds, 0.0)

    def took(self, seconds: float) -> None:
        """It has just taken `seconds`."""
        self._owed = REST_OF_SHARE * seconds
