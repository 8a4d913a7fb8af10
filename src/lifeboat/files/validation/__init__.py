"""Values that do not fit the model, said in plain words."""
