"""The race as a GIF, made frame by frame inside the event loop: the window stays alive and the learner may cancel.

Each turn of the loop does one small piece of work: one picture is painted, or the one painted before is encoded and
written. A GIF has one palette of 256 colours. It is made from a few pictures spread over the race before the first one
is written, so all frames agree on every colour and what stands still does not flicker. Of each frame only the box that
changed is stored, and in it what did not change is transparent.

The file takes the target's place when it is complete; cancelled or failed, nothing is left of it.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from gui.export_file import ExportError, WholeFile, kind_of
from gui.export_frames import Encoder, delays, pixels_of
from gui.export_palette import Palette
from sim.errors import sentence as said
from sim.phrases import Own, phrase

Frame = Callable[[int], QImage]

FRAMES_PER_SECOND = 20
LAST_FRAME_STAYS = 1.5
"""Seconds that the last picture stays before the race begins anew."""
SAMPLES = 5
"""The pictures that the palette is made from."""


class GifMaker(QObject):
    """Makes one GIF of `frame(step)` for every step in `steps`, from `start` on.

    `progress` goes from 0 to 1. In the end comes exactly one of `finished` (the path), `failed` (one sentence) and
    `cancelled`, and after it `ended`.
    """

    progress = Signal(float)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()

    def __init__(
        self,
        frame: Frame,
        steps: Sequence[int],
        path: Path,
        frames_per_second: float = FRAMES_PER_SECOND,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._steps = tuple(steps)
        self.path = Path(path)
        self._delays = delays(len(self._steps), frames_per_second, LAST_FRAME_STAYS)
        self._file: WholeFile | None = None
        self._work: Iterator[float] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def running(self) -> bool:
        """Is it at work?"""
        return self._work is not None

    def start(self) -> None:
        """Begin; the first piece of work comes with the next turn of the loop."""
        self._work = self._pieces()
        self._timer.start()

    def cancel(self) -> None:
        """Stop at once and leave nothing behind."""
        if self.running:
            self._stop()
            self.cancelled.emit()
            self.ended.emit()

    def _turn(self) -> None:
        """One piece of work."""
        if self._work is None:
            return
        try:
            done = next(self._work, None)
        except ExportError as error:
            self._fail(said(error))
        except Exception:
            self._fail(
                phrase(
                    "{name} could not be made: a picture of the race could not be painted.", name=Own(self.path.name)
                )
            )
            raise
        else:
            self._go_on(done)

    def _go_on(self, done: float | None) -> None:
        if done is not None:
            self.progress.emit(done)
            return
        self._stop()
        self.finished.emit(self.path)
        self.ended.emit()

    def _fail(self, sentence: str) -> None:
        self._stop()
        self.failed.emit(sentence)
        self.ended.emit()

    def _stop(self) -> None:
        self._timer.stop()
        self._work = None
        if self._file is not None:
            self._file.abandon()
            self._file = None

    def _pieces(self) -> Iterator[float]:
        """All the work, cut where the loop may turn; each piece says how much is done."""
        kind_of(self.path, ("gif",))
        if not self._steps:
            raise ExportError("There is no race yet, so there is nothing to make a GIF of.")
        self._file = file = WholeFile(self.path)
        last = len(self._steps) - 1
        samples = sorted({round(last * k / (SAMPLES - 1)) for k in range(SAMPLES)})
        pieces = len(samples) + 2 + 2 * len(self._steps)
        palette = Palette()
        for done, index in enumerate(samples, 1):
            picture = pixels_of(self._frame(self._steps[index]))
            palette.add(picture)
            yield done / pieces
        palette.find_common()
        yield (len(samples) + 1) / pieces
        encoder = Encoder(picture.shape[1], picture.shape[0], palette.colors())
        file.write(encoder.header())
        yield (len(samples) + 2) / pieces
        for left, (step, delay) in enumerate(zip(self._steps, self._delays, strict=True), -len(self._steps)):
            picture = pixels_of(self._frame(step))
            yield 1.0 + (2 * left + 1) / pieces
            file.write(encoder.frame(picture, delay))
            yield 1.0 + (2 * left + 2) / pieces
        file.write(encoder.trailer())
        file.commit()
        self._file = None
