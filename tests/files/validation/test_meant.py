"""Dates and spans written in other ways."""

import pytest

from lifeboat.files.validation.meant import dates_meant, span_meant, truth_meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (20230220, "2023-02-20"),
        ("20230220", "2023-02-20"),
        ("2023-2-5", "2023-02-05"),
        ("2023/02/20", "2023-02-20"),
        ("20.02.2023", "2023-02-20"),
        ("20 February 2023", "2023-02-20"),
        ("20 Feb 2023", "2023-02-20"),
        ("February 20, 2023", "2023-02-20"),
        ("2023-02-20 to 2023-03-10", "2023-02-20..2023-03-10"),
        ("2023-02-20/2023-03-10", "2023-02-20..2023-03-10"),
        ("2023-02-20 - 2023-03-10", "2023-02-20..2023-03-10"),
        ("2023-02-20...2023-03-10", "2023-02-20..2023-03-10"),
        ("20230220..", "2023-02-20.."),
        ("2023-03-10 to 2023-02-20", None),
        ("02/20/2023", None),
        ("202302", None),
        (2023051, None),
        (12, None),
        ("soon", None),
        ("2023-02-30", None),
        ("9" * 5000, None),
    ],
)
def test_dates(written: object, meant: str | None) -> None:
    assert dates_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (12, "12d"),
        ("12", "12d"),
        ("12 days", "12d"),
        ("12D", "12d"),
        ("1 day", "1d"),
        ("36 hours", "36h"),
        ("5 min", "5min"),
        ("5 minutes", "5min"),
        ("2 weeks", "14d"),
        ("P5D", "5d"),
        ("PT36H", "36h"),
        (-5, None),
        (1.5, None),
        (True, None),
        ("2 months", None),
        ("9" * 5000 + " days", None),
        (10**17, None),
    ],
)
def test_spans(written: object, meant: str | None) -> None:
    assert span_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("no", "false"), ("Yes", "true"), ("off", "false"), (1, "true"), ("maybe", None)],
)
def test_truth(written: object, meant: str | None) -> None:
    assert truth_meant(written) == meant
