"""What was found in reports, written and read back: one format a file, all files alike."""
