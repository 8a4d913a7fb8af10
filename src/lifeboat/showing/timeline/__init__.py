"""Where things are in time, whatever a chart is drawn with."""
