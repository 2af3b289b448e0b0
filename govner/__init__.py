"""Reads a Chinese government news report into typed people, titles, organisations, dates, figures and places."""

__version__ = "0.1.0"
