"""The first step: the language, and the clock where it looks wrong."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton

from desktop.formats import clock, long_date
from desktop.i18n import LANGUAGES, language, mark, tr
from desktop.services.standing import clock_seems_wrong
from desktop.views.first_start.answers import Answers
from desktop.views.first_start.step import Step
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.labels import text_label
from desktop.views.window.display_menu import LANGUAGE_NAMES


class LanguageStep(Step):
    """Chooses the language, which changes at once, and offers the demonstration instead."""

    title = mark("Language")
    words = mark("In which language shall the program speak? Each colleague can choose another one later.")
    language_chosen = Signal(str)
    demonstration_asked = Signal()

    def __init__(
        self, answers: Answers, tasks: BackgroundTasks, over: QObject, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(answers, tasks, over)
        self._now = now
        self.choices = {code: QRadioButton(LANGUAGE_NAMES[code], self) for code in LANGUAGES}
        for code, choice in self.choices.items():
            choice.setChecked(code == language())
            choice.clicked.connect(lambda _=False, code=code: self._choose(code))
            self.column.addWidget(choice)
        self.clock = text_label(look="notice", wrap=True, parent=self)
        self.confirmed = QCheckBox(tr("The &date and the hour are right"), self)
        self.confirmed.setChecked(answers.clock_confirmed)
        self.confirmed.toggled.connect(self.changed)
        self.demonstration = QPushButton(tr("&Try the demonstration first"), self)
        self.demonstration.clicked.connect(self.demonstration_asked)
        self.column.addSpacing(8)
        self.column.addWidget(self.clock)
        self.column.addWidget(self.confirmed)
        self.column.addStretch()
        self.column.addWidget(text_label(tr("Not sure yet? In the demonstration nobody exists."), "muted", parent=self))
        self.column.addWidget(self.demonstration)
        self.setFocusProxy(self.choices[language()])
        self.enter()

    def _choose(self, code: str) -> None:
        if code != language():
            self.language_chosen.emit(code)

    def enter(self) -> None:
        """Look at the clock again: it may have been set right meanwhile."""
        moment = self._now()
        self._doubtful = clock_seems_wrong(moment)
        self.clock.setText(
            tr(
                "This computer says that it is {day}, {hour}. If that is wrong, set its clock right before you go on.",
                day=long_date(moment.date()),
                hour=clock(moment.time()),
            )
        )
        self.clock.setVisible(self._doubtful)
        self.confirmed.setVisible(self._doubtful)

    def keep(self) -> None:
        """Keep that the clock was confirmed."""
        self.answers.clock_confirmed = self.confirmed.isChecked()

    def leave(self, go: Callable[[], None]) -> None:
        """Go on unless the clock is wrong and nobody said it is right."""
        self.enter()
        if self.may_leave():
            go()

    def may_leave(self) -> bool:
        """Say whether the clock looks right, or somebody said it is."""
        return not self._doubtful or self.confirmed.isChecked()

    def why_not(self) -> str:
        """Say that the clock is to be confirmed."""
        return tr("Set the clock right, or confirm that it is.")
