"""Tables as CSV, for spreadsheets; no cell is run as a formula.

A spreadsheet takes a cell that begins with one of a few signs for a formula and runs it; an
apostrophe before it makes it text (OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from lifeboat.showing.tables.table import AnswerTable

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_BYTE_ORDER_MARK = "\ufeff"
"""By which spreadsheets know that a file is UTF-8."""


def csv_files(tables: Iterable[AnswerTable]) -> dict[str, str]:
    """A CSV file for each table that has rows, by its name: `who-flies.csv`."""
    return {file_name(table): table_csv(table) for table in tables if table.rows}


def file_name(table: AnswerTable) -> str:
    """The name of the file of a table."""
    return f"{re.sub(r'[^a-z]+', '-', table.title.lower()).strip('-')}.csv"


def table_csv(table: AnswerTable) -> str:
    """A table as the text of a CSV file, as RFC 4180 has it but for the line ends."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(map(_harmless, table.columns))
    writer.writerows(map(_harmless, row) for row in table.rows)
    return _BYTE_ORDER_MARK + stream.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet runs; a number stays one."""
    if cell.startswith(_RUNS) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
