"""What a file is: a scenario, a plan, an overlay, an answer, or nothing of lifeboat's at all."""
