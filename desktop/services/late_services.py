"""The services of a centre that are built when they are first asked for."""

from abc import ABC, abstractmethod
from functools import cached_property

from desktop.services.compartment_page import CompartmentPageService
from desktop.services.convoys import ConvoyService
from desktop.services.group_exits import GroupExitService
from desktop.services.places import PlaceService
from desktop.services.series_changes import SeriesChangeService
from desktop.services.site_names import SiteNameService
from desktop.services.week_templates import WeekTemplateService
from desktop.storage.unit_of_work import Desk


class LateServices(ABC):
    """What not every working day needs."""

    @property
    @abstractmethod
    def desk(self) -> Desk:
        """Give the desk everything goes through."""

    @cached_property
    def compartment_page(self) -> CompartmentPageService:
        """Give the service that says who holds which compartment."""
        return CompartmentPageService(self.desk)

    @cached_property
    def site_names(self) -> SiteNameService:
        """Give what the sites are called."""
        return SiteNameService(self.desk)

    @cached_property
    def places(self) -> PlaceService:
        """Give the service that keeps the rooms and beds."""
        return PlaceService(self.desk)

    @cached_property
    def convoys(self) -> ConvoyService:
        """Give the service that brings lists in."""
        return ConvoyService(self.desk)

    @cached_property
    def group_exits(self) -> GroupExitService:
        """Give the service that lets several people leave in one act."""
        return GroupExitService(self.desk)

    @cached_property
    def series_changes(self) -> SeriesChangeService:
        """Give the service that changes several dates of a repeated session in one act."""
        return SeriesChangeService(self.desk)

    @cached_property
    def week_templates(self) -> WeekTemplateService:
        """Give the service that keeps weeks to plan others like them."""
        return WeekTemplateService(self.desk)
