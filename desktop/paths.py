"""Where Jatigi finds what it ships and keeps what it learns."""

from importlib.util import find_spec
from pathlib import Path


def _beside_or_inside(name: str) -> Path:
    """In a checkout the folder stands beside `desktop`; a wheel installs it as a package."""
    beside = Path(__file__).parent.parent / name
    if beside.is_dir():
        return beside
    spec = find_spec(f"jatigi_{name}")
    if spec is None or not spec.submodule_search_locations:
        return beside
    return Path(next(iter(spec.submodule_search_locations)))


RESOURCES = _beside_or_inside("resources")
TRANSLATIONS = _beside_or_inside("translations")


def config_folder() -> Path:
    """Give the folder of this computer's choices, following the system's habit."""
    from platformdirs import user_config_path  # noqa: PLC0415 - only needed to open the window

    return user_config_path("jatigi", appauthor=False, roaming=False)


def log_folder() -> Path:
    """Give the folder of the technical log and of the reports about errors."""
    from platformdirs import user_log_path  # noqa: PLC0415 - only needed to open the window

    return user_log_path("jatigi", appauthor=False)


def default_vault() -> Path:
    """Give the vault that `jatigi` opens when none is named."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only needed without --vault

    return user_data_path("jatigi", appauthor=False, roaming=False) / "Centre.vault"
