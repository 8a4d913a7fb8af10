"""Files: reading what people wrote, reporting the mistakes in it, writing answers safely."""
