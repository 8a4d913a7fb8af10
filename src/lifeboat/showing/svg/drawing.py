"""The chart as an SVG picture: a panel for each year or so, tracks below each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from lifeboat.answers.chart import Bar, Chart, Level, Track
from lifeboat.days import say_instant
from lifeboat.showing.svg.decisions import draw_decisions
from lifeboat.showing.svg.elements import SIZE, named_item, under, words
from lifeboat.showing.svg.labels import labels_beside
from lifeboat.showing.svg.palette import NONE, PLAIN, colours_of, ink_on
from lifeboat.showing.svg.styles import DESCRIPTION, add_patterns, add_style, draw_legend
from lifeboat.showing.svg.text_width import text_width
from lifeboat.showing.timeline.axis import Axis, panels
from lifeboat.showing.timeline.lanes import lanes

WIDTH = 1200.0
_WINDOWS = "launch windows"
_TRACK, _BAR, _SHADOW = 20.0, 15.0, 5.0
_LEAST_GUTTER = 90.0
_MARGIN_COLOURS = {-1: "#b00020", 0: "#ffd8a8", 1: "#e5e5e5"}
"""By the sign of the margin; none is that of a vehicle."""
_PATTERN = 12.0
"""How much of a bar with a pattern its label leaves free at least."""


def chart_svg(chart: Chart, *, name: str = "chart") -> str:
    """Draw a chart.

    Args:
        chart: the chart.
        name: begins every id in the picture, so that several fit into one page.

    Returns:
        The text of an SVG file that refers to nothing outside it.
    """
    return tostring(chart_element(chart, name=name), encoding="unicode") + "\n"


def chart_element(chart: Chart, *, name: str, colours: Mapping[str, str] | None = None) -> Element:
    """Draw a chart as an element for a page; see `chart_svg`.

    Args:
        chart: the chart.
        name: begins every id in the picture.
        colours: by vehicle, where several charts are to have the same.
    """
    return _Drawing(chart, name, colours or colours_in([chart])).drawn()


def colours_in(charts: Iterable[Chart]) -> dict[str, str]:
    """A colour for each vehicle that holds somebody's place, the same in all of some charts."""
    return colours_of(
        bar.of
        for chart in charts
        for track in chart.crew
        for bar in track.bars
        if bar.look != "none"
    )


@dataclass
class _Drawing:
    chart: Chart
    name: str
    colours: Mapping[str, str]
    y: float = 0.0

    def drawn(self) -> Element:
        names = [track.name for track in self._tracks()]
        gutter = max([_LEAST_GUTTER, *(text_width(it, SIZE) for it in names)]) + 12
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "role": "group",
                "aria-labelledby": f"{self.name}-title {self.name}-desc",
                "font-family": "DejaVu Sans, Verdana, sans-serif",
                "font-size": f"{SIZE:g}",
            },
        )
        said = f"{self.chart.plan_name or 'A plan'}, {self.chart.scenario}"
        under(root, "title", said, id=f"{self.name}-title")
        under(root, "desc", DESCRIPTION, id=f"{self.name}-desc")
        add_style(root)
        add_patterns(root, self.name)
        under(root, "rect", class_="paper", width="100%", height="100%")
        width = max(WIDTH, 3 * gutter)
        for axis in panels(self.chart.as_of, self.chart.horizon_end, gutter, width - gutter - 16):
            self._panel(root, axis)
        self.y = draw_legend(root, self.name, self.y + 8, width)
        root.set("viewBox", f"0 0 {width:g} {self.y:g}")
        root.set("width", f"{width:g}")
        root.set("height", f"{self.y:g}")
        return root

    def _tracks(self) -> Iterator[Track]:
        for tracks in (self.chart.ports, self.chart.crew, self.chart.windows, self.chart.closures):
            yield from tracks

    def _panel(self, root: Element, axis: Axis) -> None:
        top = self.y + 4
        self.y += 20
        grid = under(root, "g", aria_hidden="true")
        self._band(root, axis, "ports", self.chart.ports)
        self._band(root, axis, "crew", self.chart.crew)
        self._margin(root, axis)
        self._band(root, axis, _WINDOWS, self.chart.windows)
        self._band(root, axis, "closed", self.chart.closures)
        self._decisions(root, axis)
        self._dates(grid, axis, top)

    def _dates(self, grid: Element, axis: Axis, top: float) -> None:
        """Lines down the panel, each date named where there is room."""
        free = axis.left
        for instant, text in axis.dates():
            x = axis.x(instant)
            under(grid, "line", class_="grid", x1=x, x2=x, y1=top + 14, y2=self.y)
            if x >= free and x + text_width(text, SIZE) <= axis.left + axis.width + 16:
                words(grid, x, top + 10, text)
                free = x + text_width(text, SIZE) + 8

    def _heading(self, root: Element, text: str) -> None:
        self.y += 16
        words(root, 4.0, self.y, text.upper(), font_weight="bold")
        self.y += 6

    def _band(self, root: Element, axis: Axis, title: str, tracks: Iterable[Track]) -> None:
        shown = [it for it in tracks if _has_part(it, axis)]
        if not shown:
            return
        self._heading(root, title)
        for track in shown:
            self._track(root, axis, track, title)

    def _track(self, root: Element, axis: Axis, track: Track, title: str) -> None:
        words(root, 4.0, self.y + 12, track.name)
        group = under(root, "g", role="list", aria_label=f"{title}: {track.name}")
        bars = [bar for bar in track.bars if axis.shows(bar.first, bar.end)]
        beside = labels_beside(axis, bars)
        rows = lanes(bars, lambda bar: (axis.x(bar.first), axis.x(bar.end)))
        for lane in rows or [[]]:
            for bar in lane:
                self._bar(group, axis, bar, title, beside.get(bar, True))
            self.y += _TRACK
        if title == _WINDOWS:
            self._launches(group, axis, track)
        self._shadows(group, axis, track)

    def _launches(self, group: Element, axis: Axis, track: Track) -> None:
        """A wedge below the window on the date that the plan launches on."""
        for mark in self.chart.launches:
            if mark.of == track.name and axis.first <= mark.at < axis.end:
                x, y = axis.x(mark.at), self.y - _TRACK + _BAR
                wedge = f"M{x:.1f} {y:.1f}l-5 5h10z"
                under(named_item(group, mark.says), "path", class_="wedge", d=wedge)

    def _shadows(self, group: Element, axis: Axis, track: Track) -> None:
        planned = [bar for bar in track.planned if axis.shows(bar.first, bar.end)]
        for lane in lanes(planned, lambda bar: (axis.x(bar.first), axis.x(bar.end))):
            for bar in lane:
                x = axis.x(bar.first)
                it = named_item(group, bar.says, **_read_back(bar, "planned"))
                under(
                    it,
                    "rect",
                    class_="shadow",
                    x=x,
                    y=self.y - 3,
                    width=max(1.0, axis.x(bar.end) - x),
                    height=_SHADOW - 2,
                )
            self.y += _SHADOW

    def _bar(self, group: Element, axis: Axis, bar: Bar, title: str, has_room: bool) -> None:
        colour = NONE if bar.look == "none" and title == "crew" else self._colour(bar, title)
        x, y = axis.x(bar.first), self.y
        width = max(1.5, axis.x(bar.end) - x)
        it = named_item(group, bar.says, **_read_back(bar, title))
        box = {"x": x, "y": y, "width": width, "height": _BAR}
        under(it, "rect", class_="bar", fill=colour, **box)
        if bar.look != "nominal":
            under(it, "rect", fill=f"url(#{self.name}-{bar.look})", **box)
        self._label(it, bar, (x, y, width), colour, has_room=has_room)

    def _label(
        self,
        it: Element,
        bar: Bar,
        box: tuple[float, float, float],
        colour: str,
        *,
        has_room: bool,
    ) -> None:
        """The name in its bar, on the bar's own colour, or beside it."""
        (x, y, width), wide = box, text_width(bar.of, SIZE) + 6
        if wide + (0 if bar.look == "nominal" else _PATTERN) <= width:
            if bar.look != "nominal":
                plate = {"x": x + 1, "y": y + 1, "width": wide - 1, "height": _BAR - 2}
                under(it, "rect", fill=colour, **plate)
            words(it, x + 3, y + 11.5, bar.of, class_="on", fill=ink_on(colour))
        elif has_room:
            words(it, x + width + 3, y + 11.5, bar.of)

    def _colour(self, bar: Bar, title: str) -> str:
        return PLAIN if title == "closed" else self.colours.get(bar.of, PLAIN)

    def _margin(self, root: Element, axis: Axis) -> None:
        shown = [it for it in self.chart.margin if axis.shows(it.first, it.end)]
        self._heading(root, "seat margin")
        words(root, 4.0, self.y + 12, "places - people")
        group = under(root, "g", role="list", aria_label="seat margin")
        for level in shown:
            self._level(group, axis, level)
        self.y += _TRACK

    def _level(self, group: Element, axis: Axis, level: Level) -> None:
        x, text = axis.x(level.first), f"{level.margin:+d}"
        width = axis.x(level.end) - x
        short = bool(level.without_a_place)
        sign = -1 if short or level.margin < 0 else min(1, level.margin)
        colour = _MARGIN_COLOURS[sign]
        it = named_item(group, level_says(level), data_kind="margin", data_margin=level.margin)
        it.set("data-first", level.first.isoformat())
        it.set("data-end", level.end.isoformat())
        under(it, "rect", class_="bar", fill=colour, x=x, y=self.y, width=width, height=_BAR)
        if text_width(text, SIZE) + 2 <= width:
            words(it, x + 2, self.y + 11.5, text, class_="on", fill=ink_on(colour))

    def _decisions(self, root: Element, axis: Axis) -> None:
        shown = [it for it in self.chart.decide_by if axis.first <= it.at < axis.end]
        if shown:
            self._heading(root, "decide by")
            self.y = draw_decisions(root, axis, shown, self.y)


def level_says(level: Level) -> str:
    """The seat margin while it stays the same, in a sentence."""
    said = f"margin {level.margin:+d}: {level.places.all} places, {level.aboard} aboard"
    if level.without_a_place:
        said += f", no place for {', '.join(level.without_a_place)}"
    return f"{said}, {say_instant(level.first)} to {say_instant(level.end)}"


def _has_part(track: Track, axis: Axis) -> bool:
    return any(axis.shows(bar.first, bar.end) for bar in (*track.bars, *track.planned))


def _read_back(bar: Bar, kind: str) -> dict[str, object]:
    """What a bar stands for, for whoever reads the picture with a program."""
    return {
        "data_kind": kind,
        "data_of": bar.of,
        "data_first": bar.first.isoformat(),
        "data_end": bar.end.isoformat(),
        "data_look": bar.look,
    }
