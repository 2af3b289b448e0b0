"""Files in and out: documents that hold reports, and the formats that hold what was found in them."""
