"""The door to the engine: commands pass at once, the newest frame comes every 16 ms, and it closes in time."""

import threading
from typing import Any

from pytestqt.qtbot import QtBot

from gui.bridge import FRAME, Bridge
from sim.commands import Pause, Play
from sim.engine import Engine
from sim.mailbox import Frame, Mailbox, Status


def frame(step: int) -> Frame:
    return Frame("race", None, None, step, None, False, 1.0, 0, None, Status())


class StillEngine:
    """An engine without a thread: what was sent stays to be looked at."""

    def __init__(self) -> None:
        self.mailbox = Mailbox()
        self.sent: list[Any] = []
        self.started = self.stopped = False

    def start(self) -> None:
        self.started = True

    def send(self, command: Any) -> None:
        self.sent.append(command)

    def stop(self, timeout: float) -> bool:
        self.stopped = True
        return timeout > 1.0


def bridge(engine: Any) -> tuple[Bridge, list[Frame]]:
    came: list[Frame] = []
    return Bridge(engine, came.append), came


def test_commands_pass_in_order_and_at_once(qtbot: QtBot) -> None:
    engine = StillEngine()
    door, _ = bridge(engine)
    commands = [Play("race"), Pause("race"), Play("race")]
    for command in commands:
        door.send(command)
    assert engine.sent == commands


def test_the_newest_frame_is_delivered_once_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    engine = StillEngine()
    threads: list[threading.Thread] = []
    came: list[Frame] = []

    def deliver(each: Frame) -> None:
        came.append(each)
        threads.append(threading.current_thread())

    door = Bridge(engine, deliver)  # type: ignore[arg-type]
    door.start()
    engine.mailbox.put(frame(1))
    engine.mailbox.put(frame(2))
    qtbot.waitUntil(lambda: bool(came), timeout=2000)
    qtbot.wait(5 * FRAME)
    door.stop()
    assert [each.step for each in came] == [2]
    assert threads == [threading.main_thread()]


def test_after_the_stop_nothing_is_delivered(qtbot: QtBot) -> None:
    engine = StillEngine()
    door, came = bridge(engine)
    door.start()
    assert door.stop()
    engine.mailbox.put(frame(1))
    qtbot.wait(5 * FRAME)
    assert came == []
    assert (engine.started, engine.stopped) == (True, True)


def test_a_real_engine_starts_and_ends(qtbot: QtBot) -> None:
    door, _ = bridge(Engine({}))
    door.start()
    assert door.stop()
