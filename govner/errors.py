"""What govner raises: one family of exceptions, each saying what was wrong and what would be right."""


class GovnerError(Exception):
    """The base of every exception that govner raises on purpose."""


class InputError(GovnerError, TypeError):
    """An argument is not of the kind that the call takes."""


class DateError(GovnerError, ValueError):
    """A publication date that is no calendar day."""


class LexiconError(GovnerError, ValueError):
    """A word list that cannot be read; the message names the file, the line and the remedy."""


class TokenizerError(GovnerError):
    """A tokenizer that cannot be made or gives what is not a segmentation of its text."""


class FormatError(GovnerError, ValueError):
    """A document, or a serialised report, that cannot be read."""


class MissingPackageError(GovnerError, ImportError):
    """A package is needed that is not installed; the message names the extra that brings it."""


class WorkerError(GovnerError):
    """A worker process that died of a text or could not start, or whose exception could not be sent back."""
