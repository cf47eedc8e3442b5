"""The form of a referral: who, to whom, why, and what the letter may tell."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.cases import CaseLine
from desktop.services.directory import ServiceEntry
from desktop.services.referrals import Coverage, ReferralPlan
from desktop.views.referrals.consent_box import ConsentBox
from desktop.views.referrals.service_choice import ServiceChoice
from desktop.views.referrals.ticks import Ticks
from desktop.views.shared.card import Card
from desktop.views.shared.chips import Chips
from desktop.views.shared.discretion import discretion
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.vocabulary.referrals import URGENCY_WORDS, SharedItem, Urgency


class LetterForm(QWidget):
    """Everything a letter needs; what is refused is said, and nothing typed is lost."""

    left = Signal()
    asked = Signal(object)  # ReferralPlan
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_record_consent: bool) -> None:
        super().__init__(parent)
        self.back = QPushButton(tr("Back to the &list"), self)
        self.write = QPushButton(tr("Write and &see the letter"), self)
        self.write.setObjectName("primary")
        self.again = QPushButton(tr("Start a&gain"), self)
        self.again.setToolTip(tr("Empties the letter that was begun here."))
        self.who = QComboBox(self)
        self.service = ServiceChoice(self)
        self.urgency = Chips({one.value: tr(words) for one, words in URGENCY_WORDS.items()}, tr("How soon"), self)
        self.reason, self.requested, self.appointment = QPlainTextEdit(self), QLineEdit(self), QLineEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(scaled(84))
        self.consent = ConsentBox(self, may_record=may_record_consent)
        self.ticks = Ticks(self)
        self.vital, self.approver = QLineEdit(self), QLineEdit(self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.refusal.hide()
        self._covered: frozenset[SharedItem] = frozenset()
        self._cases: Sequence[tuple[CaseLine, str]] = ()
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.write.clicked.connect(self._ask)
        self.who.currentIndexChanged.connect(self.choice_changed)
        self.service.changed.connect(self.choice_changed)
        for edit in (self.vital, self.approver):
            edit.textChanged.connect(self._open_ticks)
        self.setFocusProxy(self.who)

    def begin(self, cases: Sequence[tuple[CaseLine, str]], services: Sequence[ServiceEntry], person: str = "") -> None:
        """Start an empty letter; `cases` come with the words of their compartment, `person` is a code to begin with."""
        self._cases = cases
        self.who.blockSignals(True)
        self.who.clear()
        for case, _ in cases:
            self.who.addItem("", case.id)
        self.name_people()
        wanted = [place for place, (case, _) in enumerate(cases) if case.person_code == person]
        self.who.setCurrentIndex(wanted[0] if wanted else -1)
        self.who.blockSignals(False)
        self.service.show_services(services)
        for edit in (self.reason, self.requested, self.appointment, self.vital, self.approver, self.ticks):
            edit.clear()
        self.refusal.hide()
        self.setFocusProxy(self.service if wanted else self.who)
        self.choice_changed.emit()

    def begun(self) -> bool:
        """Say whether something was typed that nobody wants to type again."""
        typed = (self.requested, self.appointment, self.vital, self.approver, *self.ticks.asked.values())
        return any(edit.text().strip() for edit in typed) or bool(self.reason.toPlainText().strip())

    def name_people(self) -> None:
        """Name those one may write about, or hide the names with every other."""
        for place, (case, room) in enumerate(self._cases):
            self.who.setItemText(place, f"{discretion.shown(case.name) or case.person_code} · {room}")

    def show_coverage(self, coverage: Coverage | None) -> None:
        """Open the ticks that consent covers; None while no person or no service is chosen."""
        entry = self.service.entry()
        self._covered = coverage.items if coverage else frozenset()
        if coverage is None or entry is None:
            self.consent.show_nothing()
        else:
            self.consent.show_coverage(coverage, entry.organisation)
        self._open_ticks()

    def refuse(self, refusal: DeskError) -> None:
        """Say why the letter cannot be written."""
        self._say(refusal.explain())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the halves below one another where there is no room for two beside."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(820)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(way)

    @Slot()
    def _open_ticks(self) -> None:
        vital = bool(self.vital.text().strip() and self.approver.text().strip())
        self.ticks.open_for(
            frozenset(SharedItem) if vital else self._covered,
            tr("The person’s consent does not cover this. Write it down first, or give the vital reason."),
        )

    @Slot()
    def _ask(self) -> None:
        entry, case = self.service.entry(), self.who.currentData()
        vital, approver = self.vital.text().strip(), self.approver.text().strip()
        lacking = (
            (self.who, tr("Choose whom the letter is about."), case is None),
            (self.service, tr("Choose the service."), entry is None),
            (self.reason, tr("Say why, in a sentence that whoever opens the letter may read."),
             not self.reason.toPlainText().strip()),
            (self.vital, tr("Write why it is vital to go without consent."), bool(approver and not vital)),
            (self.approver, tr("Write who approved to go without consent."), bool(vital and not approver)),
        )  # fmt: skip
        for widget, words, missing in lacking:
            if missing:
                self._say(words)
                widget.setFocus()
                return
        self.refusal.hide()
        self.asked.emit(
            ReferralPlan(
                case_id=case,
                service_code=entry.code if entry else "",
                urgency=Urgency(self.urgency.code()),
                reason=self.reason.toPlainText().strip(),
                items=self.ticks.chosen(),
                details=self.ticks.details(),
                requested=self.requested.text().strip(),
                given=self.ticks.given(),
                appointment=self.appointment.text().strip(),
                vital_reason=vital,
                approved_by=approver,
            )
        )

    def _say(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.show()

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        put_icon(self.write, "print", "on_primary", 18)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch()
        head.addWidget(self.again)
        head.addWidget(self.write)
        inside = QWidget(self)
        inside.setObjectName("page")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(0, 0, 8, 0)
        self._halves.setSpacing(16)
        for parts in (self._first_half(inside), self._second_half(inside)):
            half = QVBoxLayout()
            half.setSpacing(12)
            for part in parts:
                half.addWidget(part)
            half.addStretch()
            self._halves.addLayout(half, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(scroll, 1)

    def _first_half(self, inside: QWidget) -> list[QWidget]:
        whom = Card(tr("Who, and to whom"), inside)
        whom.column.addWidget(Field(tr("&About"), self.who, parent=whom))
        self.service.setMinimumHeight(scaled(260))
        whom.column.addWidget(self.service)
        why = Card(tr("Why"), inside)
        why.column.addWidget(text_label(tr("How soon it must be received"), "fieldLabel", parent=why))
        why.column.addWidget(self.urgency)
        why.column.addWidget(Field(tr("&Reason, for the eyes of the addressee"), self.reason, parent=why))
        why.column.addWidget(Field(tr("Service re&quested"), self.requested, parent=why))
        when = tr("Appointment, if there is one")
        why.column.addWidget(Field(when, self.appointment, parent=why))
        return [whom, why]

    def _second_half(self, inside: QWidget) -> list[QWidget]:
        told = Card(tr("What the letter tells"), inside)
        told.column.addWidget(
            text_label(tr("The code, the reason and the service always; the rest only where it is ticked."),
                       "muted", wrap=True, parent=told)
        )  # fmt: skip
        told.column.addWidget(self.ticks)
        vital = Card(tr("Without consent: vital interest only"), inside)
        vital.column.addWidget(Field(tr("&Vital reason"), self.vital, parent=vital))
        vital.column.addWidget(Field(tr("A&pproved by"), self.approver, parent=vital))
        return [self.consent, told, vital]
