"""Opening a scenario file and applying edits to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from lifeboat.editing.edited import Made, edited
from lifeboat.editing.layers import Layer, flag, overlay
from lifeboat.editing.other_scenario import told_once
from lifeboat.editing.overlay_text import overlay_yaml
from lifeboat.editing.splices import spliced, splices_to
from lifeboat.errors import Mistake, MistakesError, Remark
from lifeboat.files.against import Against, digest_of
from lifeboat.files.scenario_file import SourcedScenario, open_scenario, scenario_in
from lifeboat.files.writing.marks import Sort
from lifeboat.files.writing.output import Output
from lifeboat.files.writing.target import as_yaml
from lifeboat.scenario.made_for import MadeFor
from lifeboat.scenario.scenario import Scenario


@dataclass(frozen=True)
class Opened:
    """An open scenario: as it stands in its file (`base`), and with edits applied (`sourced`)."""

    base: SourcedScenario
    sourced: SourcedScenario
    layers: tuple[Layer, ...] = ()
    log: tuple[Made, ...] = ()
    told: tuple[Remark, ...] = ()
    """Edits that change nothing."""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is allowed in the edits and in the edited scenario, and odd."""
        return (*self.told, *self.sourced.remarks)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file's text, or of the scenario as JSON if it was edited."""
        return digest_of(self.sourced.scenario) if self.layers else self.base.source.digest

    @property
    def against(self) -> Against:
        """The edited scenario, for plans to be held against."""
        unedited = self.base.scenario if self.layers else None
        name = self.sourced.scenario.name
        stamp = MadeFor(scenario=name, sha256=self.digest, edits=list(self.edits))
        return Against(self.sourced.scenario, unedited, stamp)

    @property
    def base_stamp(self) -> MadeFor:
        """What is noted in an overlay made for the scenario as it stands in its file."""
        return MadeFor(scenario=self.base.scenario.name, sha256=self.base.source.digest)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The vehicles, modes and people that went along with what the edits name."""
        named = {spoken.said.about for layer in self.layers for spoken in layer.edits}
        gone = [made.path for made in self.log if made.after is None]
        return tuple(
            str(path[1]) if len(path) == 2 else f"mode {path[3]} of {path[1]}"
            for path in gone
            if (len(path) == 2 and path[0] in ("vehicles", "people"))
            or (len(path) == 4 and path[2] == "modes")
            if not named & {path[1], ".".join(map(str, path))}
        )

    @property
    def edits(self) -> tuple[str, ...]:
        """The names of the layers in order, as a receipt lists them."""
        return tuple(layer.name for layer in self.layers)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were read, `-` for standard input."""
        read = (self.base.source.path, *(layer.file for layer in self.layers))
        return tuple(file for file in read if file)

    @property
    def text_read(self) -> str:
        """The scenario's file as it was read, byte order mark included."""
        return self.base.source.mark + self.base.source.text


def read_scenario(
    path: str,
    *,
    overlays: Iterable[str] = (),
    edits: Iterable[tuple[str, str]] = (),
) -> Scenario:
    """Read the whole situation as known on one date from a YAML file; `-` is standard input.

    Args:
        path: the file.
        overlays: what if? Names of overlays of the scenario, or overlay files, in order.
        edits: further edits, in order, by kind and text: `("delay", "Heron=14d")`, or an overlay
            among them: `("with", "late")`.

    Raises:
        MistakesError: with every mistake in the file, or in the edits, each with its place.
    """
    return open_edited(path, overlays=overlays, flags=tuple(edits)).sourced.scenario


def open_edited(
    path: str,
    *,
    overlays: Iterable[str] = (),
    flags: Sequence[tuple[str, str]] = (),
    over: bool = False,
) -> Opened:
    """Read a scenario and apply edits in the order given, those of `overlays` first.

    Args:
        path: a scenario file, `-` for standard input.
        overlays: names of overlays of the scenario, or overlay files.
        flags: edits as on the command line, by kind and text: `("delay", "Heron=14d")`, or
            `("with", "late")` for an overlay.
        over: whether later edits may change again what earlier ones have changed.

    Raises:
        MistakesError: with every mistake in the file, or else in the edits, or else in the
            edited scenario, each with its place.
    """
    return with_edits(open_scenario(path), overlays=overlays, flags=flags, over=over)


def with_edits(
    base: SourcedScenario,
    *,
    overlays: Iterable[str] = (),
    flags: Sequence[tuple[str, str]] = (),
    over: bool = False,
    more: Iterable[Layer] = (),
) -> Opened:
    """As `open_edited`, for a scenario already read; the layers in `more` come last."""
    layers = (*_layers(base, overlays, flags), *more)
    if not layers:
        return Opened(base, base)
    try:
        made = edited(base.source, layers, [it.name for it in layers] if over else ())
        return Opened(base, scenario_in(made.source), layers, made.log, made.remarks)
    except MistakesError as error:
        raise told_once(error, layers, base.scenario.name) from None


def _layers(
    base: SourcedScenario, overlays: Iterable[str], flags: Sequence[tuple[str, str]]
) -> tuple[Layer, ...]:
    """The layers of edits in order; the mistakes in all of them are raised together."""
    found: list[Layer] = []
    mistakes: list[Mistake] = []
    asked = [partial(overlay, base.source, name) for name in overlays]
    for read in [*asked, *(partial(_layer_of_flag, base, *given) for given in flags)]:
        try:
            found.append(read())
        except MistakesError as error:
            mistakes += error.mistakes
    if mistakes:
        raise MistakesError(mistakes)
    return tuple(found)


def _layer_of_flag(base: SourcedScenario, kind: str, text: str) -> Layer:
    return overlay(base.source, text) if kind == "with" else flag(kind, text)


def edited_text(opened: Opened) -> str:
    """The text of the scenario with edits applied; raises `MistakesError` if it cannot be made."""
    source = opened.base.source
    splices = splices_to(source, opened.sourced.source) if opened.layers else ()
    return source.mark + spliced(source.text, splices)


def overlay_output(name: str, read: Sequence[str] = (), *, force: bool = False) -> Output:
    """The file that flags are going to be saved in, called as the overlay or as it says itself.

    Args:
        name: the name of the overlay, or of its file.
        read: files that must not be written over, such as the scenario; `-` for standard input.
        force: whether it may take the place of a file that the program did not make.
    """
    return Output(as_yaml(name), Sort.OVERLAY, tuple(read), force)


def overlay_in(
    output: Output, given: Sequence[tuple[str, str]], made_for: MadeFor | None = None
) -> str:
    """The text of the overlay file that makes the same edits as some flags."""
    return overlay_yaml(Path(output.path).stem, given, made_for)
