"""What people look at: a report as a table."""
