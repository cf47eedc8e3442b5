"""Which colours are seen upon one another, and how well."""

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
    ("sidebar_text", "sidebar_hover"),
    ("bad", "bad_soft"),
    ("bad", "surface"),
    ("ok", "ok_soft"),
    ("ok", "surface"),
    ("warning", "warning_soft"),
    ("warning", "surface"),
    ("info", "info_soft"),
    ("info", "surface"),
    ("muted", "quiet_soft"),
    ("muted", "soft"),
    ("primary", "surface"),
    ("primary", "background"),
    ("primary", "soft"),
    ("text", "warning_soft"),
    ("on_toast", "toast"),
)
RING_PAIRS = (
    ("ring", "background"),
    ("ring", "surface"),
    ("strong_border", "surface"),
    ("ring", "sidebar"),
    ("ring", "soft"),
    ("strong_border", "background"),
    ("sidebar_text", "sidebar_selected"),
)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21, as WCAG 2 computes it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
