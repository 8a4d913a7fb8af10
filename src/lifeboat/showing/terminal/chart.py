"""The chart in a terminal: a line for each track, as wide as the console."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from lifeboat.answers.chart import Bar, Chart, Level, Track
from lifeboat.showing.terminal.layout import heading, paragraph
from lifeboat.showing.terminal.solve import show_asked
from lifeboat.showing.timeline.axis import Axis, panels
from lifeboat.showing.timeline.lanes import lanes, with_next
from lifeboat.showing.words import said_left_out

_WIDEST = 200
"""The greatest width of the chart in a pipe, whatever fits there."""
_LEAST_ROOM = 20
"""The least columns for time, however long the names are."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """What bars are made of."""

    nominal: str
    improvised: str
    damaged: str
    none: str
    planned: str
    closed: str

    def of(self, look: str) -> str:
        return str(getattr(self, look))


_ANY = _Letters(nominal="=", improvised="/", damaged=":", none="x", planned=".", closed="#")
_UNICODE = _Letters(nominal="═", improvised="╱", damaged="░", none="×", planned="·", closed="▒")


def show_chart(told: Chart, console: Console) -> None:
    """Print the chart, a panel for each year or so."""
    show_asked(told, told.edits, console)
    paragraph(console, f"{told.plan_name or 'This plan'}, as a chart.")
    if told.unknown:
        paragraph(console, said_left_out(told.unknown))
    letters = _ANY if console.options.ascii_only else _UNICODE
    tracks = (*told.ports, *told.crew, *told.windows, *told.closures)
    width = console.width if console.is_terminal else min(console.width, _WIDEST)
    longest = max([len("decide by"), *(cell_len(track.name) for track in tracks)])
    gutter = min(longest + 1, max(10, width - _LEAST_ROOM))
    for axis in panels(told.as_of, told.horizon_end, 0.0, float(width - gutter)):
        _Panel(told, console, letters, axis, gutter).show()
    console.print()
    for line in _legend_of(letters):
        paragraph(console, line)


def _legend_of(letters: _Letters) -> Iterator[str]:
    looks = ("nominal", "improvised", "damaged")
    places = ", ".join(f"{letters.of(look)} {look}" for look in looks)
    yield f"Places: {places}, {letters.none} none. {letters.planned} the plan of record."
    yield (
        "Margin: places less people aboard, the least in each column; - where somebody has none. "
        "v a launch, ^ a decide-by date, < and > beyond the horizon."
    )


@dataclass(frozen=True, slots=True)
class _Panel:
    """One panel of the chart."""

    chart: Chart
    console: Console
    letters: _Letters
    axis: Axis
    gutter: int

    @property
    def room(self) -> int:
        return int(self.axis.width)

    def show(self) -> None:
        self.console.print()
        self._line("", self._dates())
        self._band("ports", self.chart.ports)
        self._band("crew", self.chart.crew)
        self._line("margin", "".join(map(self._margin_in, range(self.room))))
        self._marks("decide by", [mark.at for mark in self.chart.decide_by], "^")
        self._windows()
        self._band("closed", self.chart.closures)

    def _line(self, name: str, drawn: str) -> None:
        """A name and its line; a name that is too long stands above it."""
        if cell_len(name) >= self.gutter:
            self.console.print(Text(name))
            name = ""
        padded = name + " " * (self.gutter - cell_len(name))
        self.console.print(Text(padded + drawn.rstrip(), overflow="crop", no_wrap=True))

    def _dates(self) -> str:
        cells = [" "] * self.room
        free = 0
        for instant, text in self.axis.dates():
            at = self._column(instant)
            if at >= free and at + len(text) <= self.room:
                cells[at : at + len(text)] = text
                free = at + len(text) + 1
        return "".join(cells)

    def _column(self, instant: object) -> int:
        return min(self.room, round(self.axis.x(instant)))  # type: ignore[arg-type]

    def _extent(self, bar: Bar) -> tuple[float, float]:
        first = min(self._column(bar.first), self.room - 1)
        return float(first), float(max(first + 1, self._column(bar.end)))

    def _band(self, title: str, tracks: Iterable[Track]) -> None:
        shown = [track for track in tracks if self._drawn_of(track)]
        if shown:
            heading(self.console, title)
        for track in shown:
            self._track(track, is_closed=title == "closed")

    def _drawn_of(self, track: Track) -> list[Bar]:
        bars = (*track.bars, *track.planned)
        return [bar for bar in bars if self.axis.shows(bar.first, bar.end)]

    def _track(self, track: Track, *, is_closed: bool) -> None:
        bars = [bar for bar in track.bars if self.axis.shows(bar.first, bar.end)]
        name = track.name
        for number, lane in enumerate(lanes(bars, self._extent) or [[]]):
            fill = self.letters.closed if is_closed else ""
            behind = () if number else track.planned
            self._line(name, "".join(self._lane(lane, behind, fill=fill)))
            name = ""

    def _lane(
        self,
        bars: Sequence[Bar],
        planned: Iterable[Bar] = (),
        *,
        fill: str = "",
        named: bool = True,
    ) -> list[str]:
        """The cells of bars that do not overlap, the plan of record behind them."""
        cells = [" "] * self.room
        for bar in planned:
            if self.axis.shows(bar.first, bar.end):
                first, end = map(int, self._extent(bar))
                cells[first:end] = self.letters.planned * (end - first)
        for bar, edge in with_next(bars, lambda it: self._extent(it)[0], self.axis.width):
            first, end = map(int, self._extent(bar))
            name = _in_cells(bar.of) if named else []
            cells[first:end] = self._bar(bar, end - first, name, fill or self.letters.of(bar.look))
            if name and len(name) + 2 > end - first and end + len(name) + 2 <= edge:
                cells[end : end + len(name) + 2] = [" ", *name, " "]
        return cells

    def _bar(self, bar: Bar, width: int, name: list[str], fill: str) -> list[str]:
        """A bar with its name in it, if that has room."""
        if width < 2:
            return [fill]
        goes_back = bar.goes_back or bar.first < self.axis.first
        goes_on = bar.goes_on or bar.end > self.axis.end
        filled = [*(name if len(name) + 2 <= width else []), *[fill] * width][: width - 2]
        return ["<" if goes_back else "[", *filled, ">" if goes_on else "]"]

    def _margin_in(self, column: int) -> str:
        """The least margin in a column, as one letter."""
        step = (self.axis.end - self.axis.first) / self.room
        first = self.axis.first + step * column
        levels = [it for it in self.chart.margin if it.first < first + step and it.end > first]
        return min(map(_margin_letter, levels), default=" ", key=lambda it: (it != "-", it))

    def _marks(self, name: str, moments: Iterable[object], letter: str) -> None:
        cells = [" "] * self.room
        for moment in moments:
            if self.axis.first <= moment < self.axis.end:  # type: ignore[operator]
                cells[min(self.room - 1, self._column(moment))] = letter
        if letter in cells:
            self._line(name, "".join(cells))

    def _windows(self) -> None:
        shown = [track for track in self.chart.windows if self._drawn_of(track)]
        if shown:
            heading(self.console, "launch windows")
        for track in shown:
            bars = [bar for bar in track.bars if self.axis.shows(bar.first, bar.end)]
            cells = self._lane(bars, named=False)
            for mark in self.chart.launches:
                if mark.of == track.name and self.axis.first <= mark.at < self.axis.end:
                    cells[min(self.room - 1, self._column(mark.at))] = "v"
            self._line(track.name, "".join(cells))


def _margin_letter(level: Level) -> str:
    if level.margin < 0 or level.without_a_place:
        return "-"
    return str(min(level.margin, 9))


def _in_cells(text: str) -> list[str]:
    """A text, cell by cell: a letter of two cells is followed by an empty one."""
    cells: list[str] = []
    for letter in text:
        wide = cell_len(letter)
        if wide:
            cells += [letter, *[""] * (wide - 1)]
        elif cells:
            cells[-1] += letter
    return cells
