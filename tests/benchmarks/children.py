"""The processes that are measured from outside: a bare window, the sign-in window, the program with its list open."""

import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

_REST_S, _TYPING_S, _PATIENCE_S = 0.001, 3, 120


def say(words: str) -> None:
    """Write straight to the pipe."""
    os.write(1, words.encode() + b"\n")


def resident_mb() -> float:
    """Give the memory this process holds, in millions of bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024 / 1e6
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def watch_first_paint(application: Any, then: Any) -> Any:
    """Call `then` once anything was painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - the imports are part of what is measured

    class Watch(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                application.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return False

    watch = Watch(application)
    application.installEventFilter(watch)
    return watch


def bare() -> None:
    """Show a window of Qt and nothing else."""
    from PySide6.QtWidgets import QApplication, QLabel  # noqa: PLC0415 - as above

    application = QApplication([])
    label = QLabel("bare")
    watch = watch_first_paint(application, _painted)
    label.show()
    application.exec()
    del watch


def sign_in(folder: str) -> None:
    """Start the program as its command does, up to the sign-in window."""
    from desktop.cli import main  # noqa: PLC0415 - as above

    def run(application: Any) -> int:
        watch = watch_first_paint(application, _painted)
        code = application.__class__.exec_before()
        del watch
        return int(code)

    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    QApplication.exec_before = QApplication.exec  # type: ignore[attr-defined]
    QApplication.exec = run  # type: ignore[assignment, method-assign]
    main(["--vault", folder])


def _painted() -> None:
    say(f"painted {resident_mb():.1f}")
    os._exit(0)


def longest_step(application: Any, work: Any, *, stand_still_s: float = 0.0) -> float:
    """Do `work` on another thread and give the longest time, in ms, that the loop beside it took for one step.

    `stand_still_s` makes the screen stand still for so long, as a bad build would.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as above

    longest = 0.0
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(work)
        while not done.done():
            start = time.perf_counter()
            application.processEvents()
            time.sleep(stand_still_s)
            # A moment of rest, in which the other thread may hold on to Python: that counts as well.
            time.sleep(_REST_S)
            longest = max(longest, time.perf_counter() - start - _REST_S)
        done.result()
    return longest * 1000


def unlock(folder: str, login: str, password: str) -> None:
    """Sign in as staff do, and say the longest step of the loop in ms until the first page stands."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - as above
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from desktop.settings import Settings  # noqa: PLC0415 - as above
    from desktop.views.program import Program  # noqa: PLC0415 - as above

    application = QApplication([])
    program = Program(application, Path(folder), Settings())
    program.sign_in.login.setText(login)
    program.sign_in.password.setText(password)
    # The password takes seconds to type: by then everything was imported.
    begun = time.monotonic()
    while time.monotonic() - begun < _TYPING_S:
        application.processEvents()
        time.sleep(_REST_S)
    QTest.keyClick(program.sign_in.password, Qt.Key.Key_Return)
    longest, stood = 0.0, 0.0
    while time.monotonic() - begun < _PATIENCE_S and (not stood or time.monotonic() < stood):
        start = time.perf_counter()
        application.processEvents()
        time.sleep(_REST_S)
        longest = max(longest, time.perf_counter() - start - _REST_S)
        if program.window is not None and not stood:
            stood = time.monotonic() + 1
    say(f"longest {longest * 1000:.1f}")
    program.close()
    os._exit(0)


def open_list(folder: str, login: str, password: str) -> None:
    """Open the program on its list of people, type a search, scroll, and say how much memory it holds."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - as above
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from desktop.settings import Settings  # noqa: PLC0415 - as above
    from desktop.views.program import Program  # noqa: PLC0415 - as above

    application = QApplication([])
    program = Program(application, Path(folder), Settings())
    program.sign_in.login.setText(login)
    program.sign_in.password.setText(password)
    QTest.keyClick(program.sign_in.password, Qt.Key.Key_Return)
    until = time.monotonic() + 120
    while program.window is None and time.monotonic() < until:
        # Not QTest.qWait: it keeps Python to itself, and the thread that opens the vault starves.
        application.processEvents()
        time.sleep(0.02)
    program.window.go_to("people")
    found = program.window.page().found
    for text in ("tra", "moussa t", ""):
        found.sought.setText(text)
        QTest.qWait(400)
    for _ in range(20):
        found.lines.scrollToBottom()
        QTest.qWait(20)
    say(f"resident {resident_mb():.1f}")
    program.close()
    os._exit(0)


if __name__ == "__main__":
    SimpleNamespace(bare=bare, sign_in=sign_in, open_list=open_list, unlock=unlock).__dict__[sys.argv[1]](*sys.argv[2:])
