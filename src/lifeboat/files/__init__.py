"""Files: reading what people wrote, saying what is wrong with it, writing answers safely."""
