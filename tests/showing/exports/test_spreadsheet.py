"""Tables as CSV: read back whole, and nothing in them is run."""

from __future__ import annotations

import csv
import io

import pytest

from handmade import BEST
from lifeboat.showing.exports.spreadsheet import csv_files, file_name, table_csv
from lifeboat.showing.tables.plan import goals_table, plan_tables
from lifeboat.showing.tables.table import AnswerTable


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def of(*cells: str) -> AnswerTable:
    return AnswerTable("Some", tuple("abcdefgh"[: len(cells)]), (cells,))


def test_every_table_with_rows_is_a_file_of_its_own() -> None:
    found = csv_files([*plan_tables(BEST), AnswerTable("Nothing", ("a",), ())])
    assert list(found) == ["flights.csv", "who-flies.csv", "people.csv", "seats.csv", "ports.csv"]


def test_a_table_reads_back_as_it_is() -> None:
    table = goals_table(BEST)
    assert read(table_csv(table)) == [list(table.columns), *map(list, table.rows)]


@pytest.mark.parametrize("cell", ['say "ah"', "a, b", "two\nlines", "日本", "", "O'Hara"])
def test_whatever_is_in_a_cell_stays_in_it(cell: str) -> None:
    assert read(table_csv(of("x", cell, "y")))[1] == ["x", cell, "y"]


@pytest.mark.parametrize(
    "cell", ["=1+1", '=HYPERLINK("http://x")', "+cmd", "-2+3", "@SUM(A1)", "\t=1"]
)
def test_no_cell_is_run(cell: str) -> None:
    assert read(table_csv(of(cell)))[1] == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["-2", "+0", "+3.5", "12"])
def test_numbers_stay_numbers(cell: str) -> None:
    assert read(table_csv(of(cell)))[1] == [cell]


def test_a_spreadsheet_knows_that_it_is_utf_8() -> None:
    assert table_csv(of("x")).encode().startswith(b"\xef\xbb\xbf")


def test_names_of_files_are_plain_words() -> None:
    assert file_name(AnswerTable("Goals, most important first", (), ())) == (
        "goals-most-important-first.csv"
    )
