"""What a scenario says that can leave it without a plan, one file for each kind of part."""
