"""Convoys: bringing a list in as one act, and taking it back."""

from desktop.services.convoys.answers import ImportReport, ListError, ListHasErrors, Preview
from desktop.services.convoys.service import ConvoyService

__all__ = ["ConvoyService", "ImportReport", "ListError", "ListHasErrors", "Preview"]
