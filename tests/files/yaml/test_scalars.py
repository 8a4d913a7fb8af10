"""Unquoted words, as YAML 1.2 has them."""

import pytest

from lifeboat.files.yaml.scalars import Scalar, scalar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("0", 0),
        ("-12", -12),
        ("+7", 7),
        ("007", 7),
        ("123456789012345678", 123456789012345678),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("-2.5E-1", -0.25),
    ],
)
def test_values(text: str, value: Scalar) -> None:
    read = scalar(text)
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(
    "text",
    [
        "no", "NO", "yes", "on", "off", "y", "tRUE", "12:30", "1:00:00", "2023-02-20",
        "2023-02-20T01:57Z", "0x1F", "0o17", "0b1", "1_000", ".inf", ".nan", "1.2.3", "- 1", ".",
        "e3", "1e", "٣",
    ],
)  # fmt: skip
def test_everything_else_is_text(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["1" * 19, "-" + "1" * 19, "9" * 5000, "1e309", "9" * 400 + ".0"])
def test_numbers_too_large_to_be_meant(text: str) -> None:
    with pytest.raises(ValueError, match="too l"):
        scalar(text)
