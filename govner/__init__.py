"""Reads a Chinese government news report into typed people, titles, organisations, dates, figures and places."""

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
