"""The colours a theme is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme, as `#RRGGBB`; `soft` ones are what their namesake is written upon."""

    background: str
    surface: str
    alternate: str
    border: str
    strong_border: str
    text: str
    muted: str
    primary: str
    on_primary: str
    soft: str
    hover: str
    sidebar: str
    sidebar_text: str
    sidebar_selected: str
    sidebar_hover: str
    on_sidebar: str
    bad: str
    bad_soft: str
    ok: str
    ok_soft: str
    warning: str
    warning_soft: str
    info: str
    info_soft: str
    quiet_soft: str
    toast: str
    on_toast: str
    ring: str
