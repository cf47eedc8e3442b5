"""What a day asks of whoever is signed in, part by part; each part has its own right."""

from desktop.services.today.answers import HouseToday, Movement, MovementKind, SealedToday, SessionsToday, SiteToday
from desktop.services.today.service import TodayService

__all__ = ["HouseToday", "Movement", "MovementKind", "SealedToday", "SessionsToday", "SiteToday", "TodayService"]
