"""Values that do not fit the model, explained in plain words."""
