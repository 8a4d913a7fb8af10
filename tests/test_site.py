"""The site built from the pages has every page, leads nowhere wrong and loads no network page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from make_site import build_site
from repository import DOCS, PAGES, ROOT

LOADING = {"link": "href", "use": "href", "image": "href", "object": "data"}
"""What a browser follows by itself; of other elements that load something it is `src`."""
NETWORK = re.compile(r"(?:[a-z]+:)?//")
STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


@dataclass
class Page(HTMLParser):
    """What a page of the site leads to, loads and can be led to."""

    path: Path
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=lambda: {"", "top"})

    def __post_init__(self) -> None:
        """Read it."""
        super().__init__()
        text = self.path.read_text("utf-8")
        self.feed(text)
        self.loads += styled(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag has."""
        has = {name: value for name, value in attrs if value is not None}
        self.ids |= {has[name] for name in ("id", "name") if name in has}
        if tag == "a" and "href" in has:
            self.links.append(has["href"])
        self.loads += [has[name] for name in {"src", "poster", LOADING.get(tag)} if name in has]
        self.loads += [it.split()[0] for it in has.get("srcset", "").split(",") if it.strip()]


def styled(text: str) -> list[str]:
    """What style sheets load: those of a file, or those within a page."""
    return [url or sheet for url, sheet in STYLE.findall(text)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once; every warning is an error."""
    folder = tmp_path_factory.mktemp("site")
    assert build_site(folder) == 0
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in site.rglob("*.html")}


def built(site: Path, source: Path) -> Path:
    return (site / source.relative_to(ROOT)).with_suffix(".html")


def test_every_page_is_built_and_nothing_else(site: Path, pages: dict[Path, Page]) -> None:
    others = {site / "index.html", site / "search.html"}
    assert set(pages) == {built(site, it) for it in PAGES} | others


def test_every_link_leads_somewhere(pages: dict[Path, Page]) -> None:
    wrong = [
        f"{page.path.name}: {link}"
        for page in pages.values()
        for link in [*page.links, *page.loads]
        if not NETWORK.match(link) and not link.startswith("data:") and not leads(page, link, pages)
    ]
    assert wrong == []


def leads(page: Page, link: str, pages: dict[Path, Page]) -> bool:
    """Whether a link on a page leads to a file, and to a place in it if it names one."""
    where, place = urldefrag(link)
    file = (page.path.parent / unquote(where.partition("?")[0])).resolve() if where else page.path
    return file.is_file() and (not place or unquote(place) in pages[file].ids)


def test_nothing_is_loaded_from_the_network(site: Path, pages: dict[Path, Page]) -> None:
    loaded = [it for page in pages.values() for it in page.loads]
    loaded += [it for path in site.rglob("*.css") for it in styled(path.read_text("utf-8"))]
    loaded += [it for path in site.rglob("*.svg") for it in Page(path).loads]
    assert len(loaded) > len(pages), "pages load at least their style"
    assert [it for it in loaded if NETWORK.match(it)] == []


def test_links_to_the_network_are_those_of_the_pages(pages: dict[Path, Page]) -> None:
    written = all_text()
    links = {it for page in pages.values() for it in page.links if NETWORK.match(it)}
    assert {it for it in links if it not in written} == set()


def test_every_page_is_in_the_navigation(site: Path, pages: dict[Path, Page]) -> None:
    front = pages[built(site, ROOT / "README.md")]
    shown = re.findall(r'class="reference internal" href="([^"#]+)', navigation_of(front))
    reached = {urljoin(f"{site.as_uri()}/", it) for it in shown}
    wanted = {built(site, it).as_uri() for it in PAGES} - {front.path.as_uri()}
    assert wanted - reached == set()


def navigation_of(page: Page) -> str:
    """The tree of pages at the side of a page."""
    _, _, after = page.path.read_text("utf-8").partition('class="sidebar-tree"')
    tree, found, _ = after.partition("</aside>")
    assert found
    return tree


def test_every_picture_is_shown(site: Path, pages: dict[Path, Page]) -> None:
    shown = {Path(it).name for page in pages.values() for it in page.loads}
    drawn = [it for it in (DOCS / "pictures").iterdir() if f"/{it.name})" in all_text()]
    assert drawn
    for picture in drawn:
        assert picture.name in shown
        assert (site / "_images" / picture.name).read_bytes() == picture.read_bytes()


def all_text() -> str:
    return "".join(it.read_text("utf-8") for it in PAGES)


def test_search_needs_no_server(site: Path, pages: dict[Path, Page]) -> None:
    index = (site / "searchindex.js").read_text("utf-8")
    assert "searchindex.js" in pages[site / "search.html"].loads
    assert set(names_in(index)) >= {str(it.relative_to(ROOT).with_suffix("")) for it in PAGES}


def names_in(index: str) -> Iterator[str]:
    """The pages that an index for search knows."""
    found = re.search(r'"docnames":\s*\[([^\]]*)\]', index)
    assert found is not None
    yield from re.findall(r'"([^"]+)"', found[1])


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ('<script src="https://example.org/a.js"></script>', ["https://example.org/a.js"]),
        ('<link rel="stylesheet" href="//example.org/a.css">', ["//example.org/a.css"]),
        ('<img src="a.png" srcset="b.png 2x">', ["a.png", "b.png"]),
        ("<style>@import 'a.css'; p { background: url(b.png) }</style>", ["a.css", "b.png"]),
        ('<a href="https://example.org">not by itself</a>', []),
    ],
)
def test_what_a_page_loads_is_seen(text: str, loads: list[str], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(text, "utf-8")
    assert Page(tmp_path / "page.html").loads == loads


def test_a_wrong_anchor_is_seen(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<p id="here"><a href="#there">', "utf-8")
    page = Page(tmp_path / "page.html")
    assert leads(page, "#here", {page.path: page})
    assert not leads(page, "#there", {page.path: page})
    assert not leads(page, "nothing.html", {page.path: page})
