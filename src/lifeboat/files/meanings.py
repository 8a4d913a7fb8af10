"""Words that people use for what our keys say: how it is called elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

_SAID = {
    "above_long_term": "handover handover_limit",
    "accepts": "mechanism mechanisms takes docking_mechanism",
    "agency": "country nation operator organisation organization employer",
    "as_of": "today now status_date current_date known_on date start",
    "closures": "closed unavailable outages",
    "conditions": "condition damage damaged status state health",
    "crew": "passengers team astronauts members people",
    "crew_skills": "required_skills pilots_needed skills",
    "delivers": "cargo payload supplies carries brings_up",
    "docked": "docked_on docking dock_date arrived arrival berthed dock",
    "during": "when window period dates between",
    "expected": "due deadline by date outcome_by",
    "flies_empty": "uncrewed unmanned autonomous robotic",
    "flight_down": "descent time_down deorbit landing_time return_time",
    "flight_up": "transit ascent time_up rendezvous flight_time transit_time",
    "gate": "after_review waits_for needs_review review depends_on",
    "gear": "suit suits equipment liners liner spacesuit",
    "goals": "objectives priorities objective targets",
    "home": "returns_on returns_in goes_home_on ride_down return_vehicle lands_in down",
    "horizon": "until end end_date planning_horizon up_to to",
    "improvised": "extra_seats emergency_places extra_places makeshift",
    "investigations": "inquiries boards reviews",
    "landing_sites": "landing_zones recovery_sites",
    "launched": "launched_on start came_up_on",
    "lead": "lead_time notice order_time preparation",
    "least": "min minimum at_least lower",
    "leaves": "undocks departs departure departure_date leaves_on undocking undock_date",
    "life": "lifetime certified_life expires max_life on_orbit_life",
    "may_cancel": "cancellable optional may_be_cancelled can_cancel",
    "mechanism": "docking_mechanism docking_system adapter interface docks_with",
    "modes": "ways options configurations variants",
    "most": "max maximum at_most upper capacity",
    "name": "title label",
    "overlays": "scenarios variants what_if whatif",
    "pad": "launch_pad launch_site launches_from site",
    "pads": "launch_pads launch_sites",
    "people": "crew astronauts cosmonauts crew_members persons members",
    "pins": "fixed locked frozen decisions",
    "places": "seats capacity",
    "planned": "launch launches launch_date planned_launch scheduled launch_on",
    "port": "docked_at berth docked_to docking_port at",
    "ports": "docking_ports docks berths",
    "prepare_departure": "preparation departure_preparation undock_preparation",
    "reserve": "margin safety_margin minimum",
    "resolution": "step slot time_step timestep granularity",
    "return_window": (
        "home_by latest_return earliest_return land_by home_between back_by return_by "
        "returns_between landing_window"
    ),
    "returns": "lands landing landing_date return_date returns_on_date home_on back_on return",
    "rules": "constraints limits",
    "seat": "place sits_in liner_in chair couch",
    "seats": "places capacity crew_size",
    "since": "from starting begins",
    "skills": "abilities roles qualifications can",
    "state": "status health",
    "stay": "max_stay stay_limit mission_length duration longest_stay",
    "stock": "amount level initial on_board",
    "trained": "trained_on trained_for qualified certified can_fly training",
    "turn_round": "turnaround turnover port_turnaround",
    "type": "kind class model vehicle_type",
    "undock": "departure_window undock_window undocking_window",
    "up": "arrived_on arrives_on came_on brought_by flies_up_on launches_on",
    "use": "rate consumption usage per_day",
    "vehicle_types": "types ship_types classes vehicle_classes",
    "vehicles": "ships spacecraft craft capsules fleet",
    "waived_to": "waiver extension extended_to with_waiver",
    "wanted": "target desired normal nominal",
    "why": "note notes comment remark description reason",
    "windows": "window launch_window launch_windows dates",
}  # fmt: skip
"""Each of our keys, and what else it is called."""


def by_meaning(word: str, options: Iterable[str]) -> str | None:
    """The one of some keys that a word stands for; None if none does, or more than one."""
    found = [key for key in options if word in _SAID.get(key, "").split()]
    return found[0] if len(found) == 1 else None
