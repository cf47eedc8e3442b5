"""What is done with week templates; what is in the way is named before anything is planned."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.services.session_clashes import Clash, clashes_of
from desktop.services.template_plans import TemplateWeek
from desktop.views.shared.shell import Shell
from desktop.views.week.acts import WeekActs
from desktop.views.week.looking import Looking
from desktop.views.week.parts import WeekParts
from desktop.views.week.words import clash_words, day_told

_MOST = 3  # clashes named; the others are counted


class Templating(QObject):
    """Stands between the strip of templates and what is kept."""

    def __init__(self, shell: Shell, look: Looking, parts: WeekParts, acts: WeekActs) -> None:
        super().__init__(parts)
        self._shell, self._look, self._parts, self._acts = shell, look, parts, acts
        self._templates, self.strip = shell.centre.week_templates, parts.templates
        parts.bar.templates.triggered.connect(self.open)
        self.strip.choice.currentIndexChanged.connect(self._foretell)
        self.strip.apply.clicked.connect(self.apply)
        self.strip.withdraw.clicked.connect(self.withdraw)
        self.strip.keep.clicked.connect(self.keep)
        self.strip.name.returnPressed.connect(self.keep)
        self.strip.leave.clicked.connect(self._leave)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self.strip, self._leave, context=within)

    @Slot()
    def open(self) -> None:
        """Show the strip, with the keyboard where the next act is."""
        self._parts.close_panel()
        self._parts.reason.hide()
        self.strip.show()
        self._parts.fit()
        self.refresh()
        (self.strip.choice if self.strip.choice.count() else self.strip.name).setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read the templates again, where they are looked at."""
        if self.strip.isVisibleTo(self._parts):
            self.strip.offer(self._templates.templates(self._look.site))
            self._foretell()

    @Slot()
    def apply(self) -> None:
        """Plan the week by the chosen template, as one act."""
        template = self._chosen()
        if template is None:
            return
        try:
            copied = self._templates.apply(template, self._look.day)
        except DeskError as refusal:
            self.strip.chosen.refuse(refusal)
            return
        words = trn("{n} session planned.", "{n} sessions planned.", len(copied.codes))
        self._leave()
        code = copied.codes[0] if copied.codes else ""
        self._acts.done(code, words, partial(self._shell.centre.planning.undo_copy, copied.act))

    @Slot()
    def keep(self) -> None:
        """Keep the week under the name that was typed."""
        self.strip.named.clear_refusal()
        try:
            kept = self._templates.keep(self.strip.name.text(), self._look.day, self._look.site)
        except DeskError as refusal:
            self.strip.named.refuse(refusal)
            self.strip.name.setFocus()
            return
        self.strip.name.clear()
        self._acts.done("", tr("The week is kept as a template."), partial(self._templates.withdraw, kept))

    @Slot()
    def withdraw(self) -> None:
        """Offer the chosen template no longer."""
        template = self._chosen()
        if template is None:
            return
        try:
            self._templates.withdraw(template)
        except DeskError as refusal:
            self.strip.chosen.refuse(refusal)
            return
        self._acts.done("", tr("The template is withdrawn."), partial(self._templates.bring_back, template))

    @Slot()
    def _foretell(self) -> None:
        template = self._chosen()
        self.strip.chosen.clear_refusal()
        if template is None:
            self.strip.foretell(tr("No template is kept yet."), can_plan=False)
            return
        try:
            week = self._templates.foresee(template, self._look.day)
        except DeskError as refusal:
            self.strip.chosen.refuse(refusal)
            return
        self.strip.foretell(self._told(week), can_plan=bool(week.plans))

    def _told(self, week: TemplateWeek) -> str:
        if not week.plans:
            return tr("Everything of this template is planned already.")
        said = [trn("Plans {n} session.", "Plans {n} sessions.", len(week.plans))]
        if week.gone:
            said.append(tr("The centre no longer has: {names}.", names=", ".join(week.gone)))
        clashes = self._clashes(week)
        said += clashes[:_MOST]
        if len(clashes) > _MOST:
            said.append(trn("And {n} more clash.", "And {n} more clashes.", len(clashes) - _MOST))
        return "\n".join(said)

    def _clashes(self, week: TemplateWeek) -> list[str]:
        """Say each clash with what is planned already, under its day."""
        look = self._look
        found: list[tuple[str, Clash]] = [
            (day_told(plan.on), clash) for plan in week.plans for clash in clashes_of(plan, look.lines, look.choices)
        ]
        found.sort(key=lambda one: not one[1].severe)
        return [tr("{day}: {words}", day=day, words=clash_words(clash)) for day, clash in found]

    def _chosen(self) -> UUID | None:
        chosen = self.strip.choice.currentData()
        return chosen if isinstance(chosen, UUID) else None

    @Slot()
    def _leave(self) -> None:
        self.strip.hide()
        self._parts.fit()
        self._parts.grid.setFocus()
