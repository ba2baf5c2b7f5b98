"use strict";
/* What the page does beyond plain links: keys, the way back, the marked words, the margin, the search. Without it all links still work. */

document.documentElement.classList.add("js");
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const WORDS = /^words-([0-9a-f]+)-([\d_-]+)$/;

/* ---- where we are: every address shows its place ---- */

const trail = [];
let arrived = "";

function go(address, from) {
  if (from) trail.push(from);
  location.hash = address;
  arrive();
}

function stay(address) {
  history.replaceState(null, "", "#" + address);
  arrived = location.hash;
}

function arrive() {
  arrived = location.hash;
  const address = decodeURIComponent(location.hash.slice(1));
  if (address.startsWith("find=")) return search(address.slice(5));
  const target = byId(address);
  clear();
  if (!target) return;
  unfold(target);
  if (WORDS.test(address)) showWords(address);
  else if (address.startsWith("note-")) showNote(target);
  else settle(target);
}

function unfold(target) {
  for (let node = target; node; node = node.parentElement) {
    if (node.tagName === "DETAILS") node.open = true;
    if (node.hidden) node.hidden = false;
  }
  const inner = target.matches(".reading") && target.querySelector("details");
  if (inner) inner.open = true;
}

function settle(target) {
  target.scrollIntoView({ block: target.matches("section") ? "start" : "nearest" });
  target.focus({ preventScroll: true });
}

function clear() {
  for (const shown of all(".note.shown, .lit")) shown.classList.remove("shown", "lit");
  if (window.CSS && CSS.highlights) CSS.highlights.delete("words");
}

function back() {
  const from = trail.pop();
  if (!from) return clear();
  const home = from.closest(".item[id], .said[id]");
  stay(home ? home.id : "main");
  clear();
  unfold(from);
  from.scrollIntoView({ block: "center" });
  from.focus({ preventScroll: true });
}

/* ---- words: offsets are code points of the article's text, as in the exports ---- */

function showWords(address) {
  const [, article, places] = WORDS.exec(address);
  const reading = byId("article-" + article);
  const ranges = places.split("_").map((place) => rangeOf(reading, ...place.split("-").map(Number))).filter(Boolean);
  highlight("words", ranges);
  const first = byId(address);
  const marked = first.closest(".block").querySelector(`[href="#note-${CSS.escape(noteNear(first))}"]`);
  first.parentElement.scrollIntoView({ block: "center" });
  const note = noteNear(first) && byId("note-" + noteNear(first));
  if (note) note.classList.add("shown");
  focusOn(marked || reading);
}

function noteNear(anchor) {
  let next = anchor.nextElementSibling;
  while (next && next.tagName === "I") next = next.nextElementSibling;
  return next ? noteOf(next) : "";
}

const noteOf = (marked) => marked.dataset.n ? `${marked.closest(".reading").dataset.article}-${marked.dataset.n}` : (marked.hash || "").replace("#note-", "");

function rangeOf(reading, start, end) {
  const block = all("[data-s]", reading).reverse().find((found) => Number(found.dataset.s) <= start);
  if (!block) return null;
  const range = document.createRange();
  let position = Number(block.dataset.s);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let opened = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = [...node.data].length;
    if (!opened && start < position + length) { range.setStart(node, units(node.data, start - position)); opened = true; }
    if (opened) range.setEnd(node, units(node.data, Math.min(end - position, length)));
    position += length;
    if (position >= end) break;
  }
  return opened ? range : null;
}

const units = (text, points) => [...text].slice(0, points).join("").length;

function highlight(name, ranges) {
  if (window.CSS && CSS.highlights && window.Highlight) CSS.highlights.set(name, new Highlight(...ranges));
  else if (ranges[0]) { getSelection().removeAllRanges(); getSelection().addRange(ranges[0]); }
}

function focusOn(element) {
  if (!element.matches("a, button, input, [tabindex]")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/* ---- the margin ---- */

function showNote(note) {
  const id = note.id.replace("note-", "");
  const short = id.slice(id.indexOf("-") + 1);
  note.classList.add("shown");
  const reading = note.closest(".reading");
  const marked = all(`[data-n="${CSS.escape(short)}"], a[href="#note-${CSS.escape(id)}"]`, reading.querySelector(".prose"));
  for (const each of marked) each.classList.add("lit");
  const first = marked.find((each) => each.closest("p")) || note;
  const box = first.getBoundingClientRect();
  if (box.top < 60 || box.bottom > innerHeight - 40) first.scrollIntoView({ block: "center" });
  focusOn(note);
}

/* ---- keys ---- */

function onKey(event) {
  const typing = event.target.matches("input");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") { if (typing) { clearSearch(); event.target.blur(); } else back(); return; }
  if (typing) return;
  const act = { j: () => step(1), k: () => step(-1), "/": () => byId("find").focus(), ArrowRight: () => across(1), ArrowLeft: () => across(-1), Enter: enter }[event.key];
  if (act && act() !== false) event.preventDefault();
}

function step(by) {
  const stops = all(".item[id^=incident-], .item[id^=claim-]").filter((item) => item.offsetParent !== null);
  if (!stops.length) return false;
  const here = stops.indexOf(document.activeElement.closest(".item") || document.querySelector(".item:target"));
  const next = stops[Math.min(Math.max(here + by, 0), stops.length - 1)];
  stay(next.id);
  next.scrollIntoView({ block: "nearest" });
  next.focus({ preventScroll: true });
}

function across(by) {
  const item = document.activeElement.closest(".item[id]");
  if (!item || item.matches(".reading")) return false;
  const links = all("a.words", item).filter((link) => link.offsetParent !== null);
  if (!links.length) return false;
  const here = links.indexOf(document.activeElement);
  links[Math.min(Math.max(here + by, 0), links.length - 1)].focus();
}

function enter() {
  const item = document.activeElement;
  if (!item.matches(".item[id]")) return false;
  const first = item.querySelector("a.words");
  if (!first) return false;
  go(first.hash.slice(1), item);
}

/* ---- search ---- */

const texts = new Map();
const textOf = (item) => {
  if (!texts.has(item)) texts.set(item, (item.textContent + " " + (item.dataset.find || "")).toLowerCase());
  return texts.get(item);
};

function search(query) {
  const box = byId("find");
  if (box.value !== query) box.value = query;
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const section of all("main > section[id]")) shown += filter(section, terms);
  byId("found").textContent = terms.length ? `${shown} found` : "";
  highlight("found", terms.length ? matches(terms).slice(0, 2000) : []);
}

function filter(section, terms) {
  const items = all(".item", section);
  let count = 0;
  for (const item of items) {
    item.hidden = !terms.every((term) => textOf(item).includes(term));
    if (!item.hidden) count += 1;
  }
  for (const fold of all("details.more", section)) if (fold.querySelector(".item")) fold.open = terms.length > 0 && Boolean(fold.querySelector(".item:not([hidden])"));
  for (const side of all(".side", section)) side.hidden = terms.length > 0 && !side.querySelector(".item:not([hidden])");
  const number = section.querySelector("h2 .count");
  if (number) number.textContent = terms.length ? `${count} of ${number.dataset.all}` : number.dataset.all;
  section.querySelector(".nothing").hidden = !terms.length || count > 0 || !items.length;
  return count;
}

function matches(terms) {
  const found = [];
  for (const item of all(".item:not([hidden])")) {
    const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && found.length < 2000; node = walker.nextNode()) {
      const text = node.data.toLowerCase();
      if (text.length !== node.data.length) continue;
      for (const term of terms) for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        const range = document.createRange();
        range.setStart(node, at); range.setEnd(node, at + term.length);
        found.push(range);
      }
    }
  }
  return found;
}

function clearSearch() {
  search("");
  if (location.hash.startsWith("#find=")) stay("main");
}

/* ---- wiring ---- */

let waiting = 0;
byId("find").addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const query = event.target.value.trim();
    if (!query) return clearSearch();
    stay("find=" + encodeURIComponent(query));
    search(query);
  }, 120);
});
document.querySelector("form.search").addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", onKey);
document.addEventListener("click", (event) => {
  const marked = event.target.closest("[data-n]");
  const link = event.target.closest('a[href^="#"]');
  if (link) { event.preventDefault(); go(link.hash.slice(1), link); }
  else if (marked && getSelection().isCollapsed) go("note-" + noteOf(marked));
});
addEventListener("beforeprint", () => { for (const fold of all("details.more, .reading > details")) fold.open = true; });
addEventListener("hashchange", () => { if (location.hash !== arrived) arrive(); });
/* The browser's own way to a fragment may come after the script and leave the page elsewhere: hence again on load. */
if (location.hash) { arrive(); addEventListener("load", arrive); }
