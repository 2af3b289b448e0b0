"""Reads a Chinese government news report into typed people, titles, organisations, dates, figures and places."""

from importlib import import_module
from typing import TYPE_CHECKING

from govner.errors import (
    DateError,
    FormatError,
    GovnerError,
    InputError,
    LexiconError,
    MissingPackageError,
    TokenizerError,
    WorkerError,
)

if TYPE_CHECKING:
    from govner.extractor import Extractor, extract
    from govner.mentions import Appointment, Date, Figure, Mention, Organisation, Person, Place, Title
    from govner.report import Body, Profile, Report
    from govner.resolve.dossier import dossier
    from govner.resolve.tenures import Contradiction, Dossier, Sighting, Tenure

__version__ = "0.1.0"

__all__ = [
    "Appointment",
    "Body",
    "Contradiction",
    "Date",
    "DateError",
    "Dossier",
    "Extractor",
    "Figure",
    "FormatError",
    "GovnerError",
    "InputError",
    "LexiconError",
    "Mention",
    "MissingPackageError",
    "Organisation",
    "Person",
    "Place",
    "Profile",
    "Report",
    "Sighting",
    "Tenure",
    "Title",
    "TokenizerError",
    "WorkerError",
    "dossier",
    "extract",
]

_ROOMS = {
    "govner.extractor": ("Extractor", "extract"),
    "govner.mentions": ("Appointment", "Date", "Figure", "Mention", "Organisation", "Person", "Place", "Title"),
    "govner.report": ("Body", "Profile", "Report"),
    "govner.resolve.dossier": ("dossier",),
    "govner.resolve.tenures": ("Contradiction", "Dossier", "Sighting", "Tenure"),
}

if not TYPE_CHECKING:  # a type checker is to know the names above, and no others

    def __getattr__(name: str) -> object:
        """A public name, from its room, which opens at the first use: programs that may need govner start at once."""
        for room, names in _ROOMS.items():
            if name in names:
                return globals().setdefault(name, getattr(import_module(room), name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
