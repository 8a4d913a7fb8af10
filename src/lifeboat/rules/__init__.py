"""One file per rule: its sentence, its constraint, its audit. To add one, see CONTRIBUTING."""

from lifeboat.rules.crews_overlap import CrewsOverlap
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.rules.flights_keep_their_windows import FlightsKeepTheirWindows
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.rules.never_too_many import NeverTooMany
from lifeboat.rules.never_understaffed import NeverUnderstaffed
from lifeboat.rules.one_vehicle_per_port import OneVehiclePerPort
from lifeboat.rules.person_within_limits import PersonWithinLimits
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.rules.rule import Rule
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson
from lifeboat.rules.vehicle_within_its_life import VehicleWithinItsLife
from lifeboat.rules.who_can_fly import WhoCanFly

RULES: tuple[Rule, ...] = (
    EveryoneHasASeat(),
    SeatFitsItsPerson(),
    HomeOnASoundSeat(),
    OneVehiclePerPort(),
    FlightsKeepTheirWindows(),
    VehicleWithinItsLife(),
    PersonWithinLimits(),
    NeverUnderstaffed(),
    NeverTooMany(),
    CrewsOverlap(),
    WhoCanFly(),
    PinsHold(),
)
"""Every rule, in the order in which they are listed."""

__all__ = ["RULES", "Rule"]
