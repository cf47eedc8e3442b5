"""The colours of the three themes, and which of them are seen upon one another."""

from dataclasses import dataclass

from desktop.i18n import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme, as `#RRGGBB`."""

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
    on_sidebar: str
    bad: str
    bad_soft: str
    ring: str


LIGHT = Tokens(
    background="#F4F6F8",
    surface="#FFFFFF",
    alternate="#F8FAFB",
    border="#DDE3E9",
    strong_border="#7F8C9C",
    text="#17212B",
    muted="#566372",
    primary="#0B6E69",
    on_primary="#FFFFFF",
    soft="#DFF1EF",
    hover="#095A56",
    sidebar="#0F2B33",
    sidebar_text="#C9D8DC",
    sidebar_selected="#1B4651",
    on_sidebar="#FFFFFF",
    bad="#B3261E",
    bad_soft="#FCE4E2",
    ring="#C2660A",
)
DARK = Tokens(
    background="#12181D",
    surface="#1A2229",
    alternate="#1E272F",
    border="#2E3942",
    strong_border="#74828F",
    text="#E7EDF1",
    muted="#A5B2BC",
    primary="#3FB8AE",
    on_primary="#0B1A1C",
    soft="#1D3B3D",
    hover="#63CBC2",
    sidebar="#0B1C22",
    sidebar_text="#C9D8DC",
    sidebar_selected="#1B4651",
    on_sidebar="#FFFFFF",
    bad="#FF9C94",
    bad_soft="#43211F",
    ring="#F0A04B",
)
CONTRAST = Tokens(
    background="#FFFFFF",
    surface="#FFFFFF",
    alternate="#FFFFFF",
    border="#000000",
    strong_border="#000000",
    text="#000000",
    muted="#000000",
    primary="#003B7A",
    on_primary="#FFFFFF",
    soft="#FFF2A8",
    hover="#000000",
    sidebar="#000000",
    sidebar_text="#FFFFFF",
    sidebar_selected="#003B7A",
    on_sidebar="#FFFFFF",
    bad="#8B0000",
    bad_soft="#FFFFFF",
    ring="#B34700",
)

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
THEME_WORDS = {"light": mark("Light"), "dark": mark("Dark"), "contrast": mark("High contrast")}

TEXT_PAIRS = (
    ("text", "background"),
    ("text", "surface"),
    ("text", "alternate"),
    ("text", "soft"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "alternate"),
    ("on_primary", "primary"),
    ("on_primary", "hover"),
    ("sidebar_text", "sidebar"),
    ("on_sidebar", "sidebar_selected"),
    ("bad", "bad_soft"),
    ("bad", "surface"),
)
RING_PAIRS = (
    ("ring", "background"),
    ("ring", "surface"),
    ("strong_border", "surface"),
    ("ring", "sidebar"),
)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21, as WCAG 2 computes it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
