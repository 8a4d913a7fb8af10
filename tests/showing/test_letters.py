"""Letters that a stream cannot print."""

import io

from lifeboat.showing.letters import never_fail_on_a_letter


def test_a_letter_that_cannot_be_printed_is_told_by_its_number() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    never_fail_on_a_letter(stream)
    stream.write("Åsa")
    stream.flush()
    assert raw.getvalue() == b"\\xc5sa"
