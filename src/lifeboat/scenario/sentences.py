"""The sentences in which pins may be said, and claims; nothing here loads slowly."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "PERSON returns on VEHICLE": {"PERSON": "person", "VEHICLE": "home"},
    "PERSON goes home on VEHICLE": {"PERSON": "person", "VEHICLE": "home"},
    "PERSON goes up on VEHICLE": {"PERSON": "person", "VEHICLE": "up"},
    "PERSON sits in VEHICLE [WHEN]": {"PERSON": "person", "VEHICLE": "seat", "WHEN": "during"},
    "PERSON keeps the liner in VEHICLE [WHEN]": {
        "PERSON": "person",
        "VEHICLE": "liner",
        "WHEN": "during",
    },
    "PERSON lands WHEN": {"PERSON": "person", "WHEN": "returns"},
    "NAME stays [until DATE]": {},
    "VEHICLE launches WHEN": {"VEHICLE": "vehicle", "WHEN": "launch"},
    "VEHICLE leaves WHEN": {"VEHICLE": "vehicle", "WHEN": "undock"},
    "VEHICLE undocks WHEN": {"VEHICLE": "vehicle", "WHEN": "undock"},
    "VEHICLE docks at PORT": {"VEHICLE": "vehicle", "PORT": "port"},
    "VEHICLE flies [in mode MODE]": {"VEHICLE": "vehicle", "MODE": "mode"},
    "VEHICLE does not fly": {"VEHICLE": "vehicle"},
}
"""The forms of sentence, what stands in brackets may be left out; of each, the keys of the pin that
its words in capitals are values of.
"""

NOT = "not"
"""The word that, said before any of these sentences, makes it say the contrary."""

CLAIMS = (
    "VEHICLE launches with crew",
    "VEHICLE launches without crew",
    "VEHICLE launches earlier",
    "VEHICLE launches later",
    "VEHICLE undocks earlier",
    "VEHICLE undocks later",
    "PERSON lands earlier",
    "PERSON lands later",
)
"""More forms in which something may be claimed of the best plan. Earlier and later are than there.
"""

CLAIMS_IN_SHORT = (
    "PERSON (returns on|goes home on|goes up on) VEHICLE",
    "PERSON (sits|keeps the liner) in VEHICLE [WHEN]",
    "(PERSON lands|VEHICLE launches|VEHICLE undocks) (WHEN|earlier|later)",
    "NAME stays [until DATE]",
    "VEHICLE launches (with|without) crew",
    "VEHICLE docks at PORT",
    "VEHICLE flies [in mode MODE]",
    "VEHICLE does not fly",
)
"""All these forms, with those together that are alike."""
