"use strict";
/* Runs in the page around the frames: a report itself may run nothing. Each check gives the faults
   it finds, and how many things it looked at, so that an empty page is no good page. */
const INK = 0.5, LINE = 2.5;
const all = (root, selector) => [...root.querySelectorAll(selector)];
const own = element => [...element.childNodes].filter(it => it.nodeType === 3)
  .map(it => it.data.trim()).join(" ").trim();
const shown = element => (element.textContent || "").trim().slice(0, 60);
const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > INK &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > LINE;
const within = (a, b, slack = INK) => a.left >= b.left - slack && a.right <= b.right + slack &&
  a.top >= b.top - slack - 1 && a.bottom <= b.bottom + slack + 1;
const boxed = elements => elements.map(it => ({it, box: it.getBoundingClientRect()}));
const labels = picture => boxed(all(picture, "text").filter(shown));
const bars = picture => boxed(all(picture, "rect.bar, rect.mark"));
const inBar = label => label.it.classList.contains("on");

function* labelsApart(doc) {
  for (const picture of all(doc, "svg")) {
    const texts = labels(picture);
    for (const [at, one] of texts.entries()) {
      const other = texts.slice(at + 1).find(it => overlap(one.box, it.box));
      yield other && `'${shown(one.it)}' and '${shown(other.it)}'`;
    }
  }
}

function* labelsInPlace(doc) {
  for (const picture of all(doc, "svg")) {
    const page = picture.getBoundingClientRect(), drawn = bars(picture);
    const wedges = boxed(all(picture, "path.wedge"));
    for (const label of labels(picture)) {
      const item = label.it.closest("[role=listitem]");
      const bar = inBar(label) && item.querySelector("rect.bar, rect.mark");
      const crossed = !inBar(label) && drawn.find(it => overlap(label.box, it.box));
      yield (!within(label.box, page) && `'${shown(label.it)}' leaves the picture`) ||
        (bar && !within(label.box, bar.getBoundingClientRect()) &&
          `'${shown(label.it)}' leaves its bar`) ||
        (crossed && `'${shown(label.it)}' runs into a bar`) ||
        (wedges.some(it => overlap(label.box, it.box)) &&
          `'${shown(label.it)}' is touched by a launch`);
    }
  }
}

function* nothingSideways(doc) {
  const root = doc.documentElement, wide = root.clientWidth;
  yield root.scrollWidth > wide && `the page is ${root.scrollWidth} wide of ${wide}`;
  for (const {it, box} of boxed(all(doc.body, "*"))) {
    const scroller = it.parentElement.closest(".scrolled");
    yield !scroller && box.right > wide + INK && `${it.tagName} '${shown(it)}'`;
  }
  for (const it of all(doc, ".scrolled")) {
    yield getComputedStyle(it).overflowX !== "auto" && `'${it.ariaLabel}' does not scroll`;
  }
}

const SAYS = {
  crew: (name, of, track) => name.includes(track) && (of === track || name.includes(of)),
  ports: (name, of, track) => name.includes(of) && name.includes(track),
  margin: (name) => /^margin [+-]\d/.test(name),
};

function* barsTold(doc) {
  for (const bar of all(doc, "svg [role=listitem]")) {
    const name = bar.getAttribute("aria-label") || "", of = bar.dataset.of || "";
    const track = bar.parentElement.getAttribute("aria-label").replace(/^[^:]*: /, "");
    const says = SAYS[bar.dataset.kind] || ((told, it) => told.includes(it));
    bar.focus();
    yield (bar.tabIndex < 0 || doc.activeElement !== bar) && `not by keyboard: '${name}'` ||
      !/\d{4}-\d\d-\d\d/.test(name) && `no date: '${name}'` ||
      bar.dataset.look !== "none" && !says(name, of, track) && `not of '${of}', '${track}': '${name}'`;
  }
  for (const bar of all(doc, "svg rect.bar")) {
    const legend = !bar.closest("g");
    yield !legend && !bar.closest("[role=listitem]") && "a bar that nothing tells";
  }
}

const nameOf = it => it.getAttribute("aria-label") || it.getAttribute("alt") ||
  (it.getAttribute("aria-labelledby") || "").split(" ")
    .map(id => it.ownerDocument.getElementById(id)?.textContent || "").join(" ").trim();

function* picturesNamed(doc) {
  for (const it of all(doc, "img, svg, [role=img], [role=region]")) {
    yield !nameOf(it) && `${it.tagName} without a name`;
  }
}

function* headingsInOrder(doc) {
  const levels = all(doc, "h1,h2,h3,h4,h5,h6").map(it => Number(it.tagName[1]));
  yield levels[0] !== 1 && `the first is h${levels[0]}`;
  yield levels.filter(it => it === 1).length !== 1 && "not one h1";
  for (const [at, level] of levels.entries()) {
    yield at > 0 && level > levels[at - 1] + 1 && `h${level} below h${levels[at - 1]}`;
  }
}

function* tablesHeaded(doc) {
  for (const table of all(doc, "table")) {
    const heads = all(table, "th");
    yield !table.caption && !heads.some(it => it.scope === "col") && "a table without headings";
    yield heads.some(it => !it.scope) && `a heading for nothing in '${shown(table)}'`;
    yield !table.caption && !nameOf(table.closest("[role=region]") || table) && "no name";
  }
}

function* languageAndTitle(doc) {
  yield !/^[a-z]{2}/.test(doc.documentElement.lang) && "no language";
  yield !doc.title.trim() && "no title";
}

const channels = colour => (colour.match(/[\d.]+/g) || []).map(Number);
const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
const light = ([red, green, blue]) => 0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) +
  0.0722 * linear(blue / 255);
const contrast = (one, two) => {
  const [dark, bright] = [light(channels(one)), light(channels(two))].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
const isClear = colour => channels(colour)[3] === 0;

function behind(element) {
  for (let it = element; it; it = it.parentElement) {
    const colour = getComputedStyle(it).backgroundColor;
    if (!isClear(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
}

function behindLabel(label, rects) {
  const below = rects.filter(({it, box}) => overlap(label.box, box) &&
    it.compareDocumentPosition(label.it) & Node.DOCUMENT_POSITION_FOLLOWING);
  return getComputedStyle(below.at(-1).it).fill;
}

function* readable(doc) {
  for (const it of all(doc.body || doc.documentElement, "*:not(svg *, svg)")) {
    if (!own(it) || doc.contentType === "image/svg+xml") continue;
    const found = contrast(getComputedStyle(it).color, behind(it));
    yield found < 4.5 && `${found.toFixed(2)}: '${own(it)}'`;
  }
  for (const picture of all(doc.body || doc, "svg")) {
    const rects = boxed(all(picture, "rect").filter(it => !it.closest("defs")));
    for (const label of labels(picture)) {
      const fill = behindLabel(label, rects), ink = getComputedStyle(label.it).fill;
      yield fill.startsWith("url") ? `a pattern behind '${shown(label.it)}'` :
        contrast(ink, fill) < 4.5 && `${contrast(ink, fill).toFixed(2)}: '${shown(label.it)}'`;
    }
  }
}

function* nothingRuns(doc) {
  const asked = doc.defaultView.performance.getEntriesByType("resource").map(it => it.name);
  yield asked.length > 0 && `asks for ${asked.join(", ")}`;
  yield doc.defaultView.ran !== undefined && "something ran";
  for (const it of all(doc, "*")) {
    const handlers = it.getAttributeNames().filter(name => name.startsWith("on"));
    yield handlers.length > 0 && `${it.tagName} has ${handlers.join(", ")}`;
    yield /^(img|script|iframe|object|embed|link|image|a|use)$/i.test(it.tagName) && it.tagName;
  }
}

const PICTURE = {labelsApart, labelsInPlace, barsTold, picturesNamed, readable, nothingRuns};
const CHECKS = {...PICTURE, nothingSideways, headingsInOrder, tablesHeaded, languageAndTitle};

function measured(frame) {
  const doc = frame.contentDocument;
  const checks = doc.contentType === "image/svg+xml" ? PICTURE : CHECKS;
  const found = {};
  for (const [name, check] of Object.entries(checks)) {
    const told = [...check(doc)];
    found[name] = {looked: told.length, faults: told.filter(Boolean)};
  }
  const dark = doc.defaultView.matchMedia("(prefers-color-scheme: dark)").matches;
  return {page: frame.dataset.page, width: doc.defaultView.innerWidth, dark, found};
}

addEventListener("load", () => {
  const told = document.getElementById("told");
  try {
    told.textContent = JSON.stringify(all(document, "iframe").map(measured));
  } catch (error) {
    told.textContent = JSON.stringify(`${error.stack}`);
  }
});
