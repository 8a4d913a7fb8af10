"""Times of day written in other ways."""

import pytest

from lifeboat.files.validation.clock_times import named_zone, time_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2030-03-01T08:00 MSK", "2030-03-01T08:00+03:00"),
        ("2030-03-01 08:00 msk", "2030-03-01T08:00+03:00"),
        ("2030-03-01T08:00 EST", "2030-03-01T08:00-05:00"),
        ("2030-03-01T08:00 UTC", "2030-03-01T08:00Z"),
        ("2030-03-01T08:00 GMT", "2030-03-01T08:00Z"),
        ("2030-03-01T08:00z", "2030-03-01T08:00Z"),
        ("2030-03-01T8:00Z", "2030-03-01T08:00Z"),
        ("2030-03-01T0800Z", "2030-03-01T08:00Z"),
        ("2030-03-01T08:00:30.500Z", "2030-03-01T08:00:30Z"),
        ("2030-03-01T08:00+3", "2030-03-01T08:00+03:00"),
        ("2030-03-01T08:00 UTC-0330", "2030-03-01T08:00-03:30"),
        ("2030-07-01T08:00 America/New_York", "2030-07-01T08:00-04:00"),
        ("2030-03-01T08:00 CST", None),
        ("2030-03-01T08:00 Mars/Olympus", None),
        ("2030-03-01T25:00 MSK", None),
        ("2030-02-30T08:00 MSK", None),
        ("2030-03-01T08:00+99", None),
        ("9999-12-31T23:00 EST", None),
        ("08:00 MSK", None),
        ("2030-03-01T08:00", None),
    ],
)
def test_a_time_in_the_form_that_is_read(text: str, meant: str | None) -> None:
    assert time_meant(text) == meant


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2030-03-01T08:00 MSK", "MSK"),
        ("2030-03-01T08:00 CST", "CST"),
        ("2030-03-01T08:00 Europe/Moscow", "Europe/Moscow"),
        ("2030-03-01T08:00 UTC", None),
        ("2030-03-01T08:00+03:00", None),
        (20300301, None),
        (None, None),
    ],
)
def test_which_zone_is_named(text: object, zone: str | None) -> None:
    assert named_zone(text) == zone
