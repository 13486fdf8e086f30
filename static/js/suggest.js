// Suggestions while one types: an editable combobox with a listbox (WAI-ARIA Authoring Practices).
// The focus stays in the search box. Each option is a link, so it opens like one. Enter searches for
// what was typed unless an option is active. Without JavaScript the box is a plain search box.
import { announce } from "./announce.js";

const PAUSE_MS = 150; // after the last key, before the server is asked
const SPOKEN_MS = 700; // and before the number of suggestions is said
const LEAST = 2; // letters
const KINDS = { theme: "Themes", agency: "Agencies", partnership: "Partnerships", review: "Reviews" };
const KEYS = { ArrowDown: down, ArrowUp: up, Escape: escape, Enter: enter, Home: leaveList, End: leaveList };

const known = new Map(); // what the server said, by what was typed

export function suggestFor(input) {
  const list = element("div", { id: `${input.id}-suggestions`, className: "suggest", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  input.autocomplete = "off";
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    input.setAttribute(name, value);
  }
  const box = { input, list, active: null, typed: "", waiting: 0, request: null };
  input.addEventListener("input", () => wait(box));
  input.addEventListener("keydown", (event) => press(box, event));
  input.addEventListener("blur", () => close(box));
  input.form.addEventListener("submit", () => close(box));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays where it is
  addEventListener("pagehide", () => close(box));
}

function wait(box) {
  clearTimeout(box.waiting);
  box.request?.abort();
  box.typed = box.input.value.trim();
  if (box.typed.length < LEAST) close(box);
  else box.waiting = setTimeout(() => ask(box), PAUSE_MS);
}

async function ask(box) {
  const { typed } = box;
  box.request = new AbortController();
  const { signal } = box.request;
  try {
    const found = known.get(typed) ?? (await fetched(box.input.dataset.suggest, typed, signal));
    known.set(typed, found);
    if (!signal.aborted && document.activeElement === box.input) show(box, found);
  } catch {
    if (!signal.aborted) close(box);
  }
}

async function fetched(address, typed, signal) {
  const response = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, { signal });
  if (!response.ok) throw new Error("No suggestions");
  return (await response.json()).suggestions;
}

function show(box, found) {
  const wasOpen = !box.list.hidden;
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  activate(box, null);
  box.list.replaceChildren(...kinds.map((kind) => group(box, kind, found)));
  open(box, found.length > 0);
  if (!found.length && !wasOpen) return;
  const said = found.length === 1 ? "1 suggestion" : `${found.length || "No"} suggestions`;
  box.waiting = setTimeout(() => announce(said), SPOKEN_MS);
}

/** The suggestions of one kind under its name. */
function group(box, kind, found) {
  const own = found.filter((suggestion) => suggestion.kind === kind);
  const name = element("p", { id: `${box.list.id}-${kind}`, className: "suggest-kind" }, KINDS[kind]);
  name.setAttribute("role", "presentation");
  const part = element("div", {}, name, ...own.map((one, place) => option(`${name.id}-${place}`, one)));
  part.setAttribute("role", "group");
  part.setAttribute("aria-labelledby", name.id);
  return part;
}

function option(id, { label, url, count, by, reference }) {
  const link = element("a", { id, href: url, tabIndex: -1 }, element("span", {}, label));
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  const reviews = count === 1 ? " review" : " reviews";
  if (by) link.append(" ", element("span", { className: "suggest-by" }, `also: ${by}`));
  if (!reference) {
    const number = element("span", { className: "n" }, count.toLocaleString("en-GB"));
    link.append(" ", number, element("span", { className: "hide" }, reviews));
  } else {
    const more = count > 1 ? `the newest of ${count.toLocaleString("en-GB")}` : "";
    if (more) link.append(" ", element("span", { className: "suggest-by" }, more));
    link.append(" ", element("span", { className: "ref" }, reference));
  }
  return link;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function open(box, isOpen) {
  box.list.hidden = !isOpen;
  box.input.setAttribute("aria-expanded", String(isOpen));
}

function close(box) {
  clearTimeout(box.waiting);
  box.request?.abort();
  activate(box, null);
  open(box, false);
}

function activate(box, link) {
  box.active?.setAttribute("aria-selected", "false");
  box.active = link ?? null;
  if (!link) return box.input.removeAttribute("aria-activedescendant");
  link.setAttribute("aria-selected", "true");
  box.input.setAttribute("aria-activedescendant", link.id);
  return link.scrollIntoView({ block: "nearest" });
}

function press(box, event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
  KEYS[event.key]?.(box, event);
}

function links(box) {
  return [...box.list.querySelectorAll("a")];
}

/** To the next option, from the last back to the box. With Alt the list only opens. */
function down(box, event) {
  if (!links(box).length || box.input.value.trim() !== box.typed) return;
  event.preventDefault();
  const wasClosed = box.list.hidden;
  open(box, true);
  if (event.altKey) return;
  const all = links(box);
  activate(box, wasClosed || !box.active ? all[0] : all[all.indexOf(box.active) + 1]);
}

function up(box, event) {
  if (box.list.hidden) return;
  event.preventDefault();
  if (event.altKey) return void close(box);
  const all = links(box);
  activate(box, box.active ? all[all.indexOf(box.active) - 1] : all.at(-1));
}

/** The list goes first; what was typed stays. Quick exit counts the key all the same. */
function escape(box, event) {
  if (box.list.hidden) return;
  event.preventDefault();
  close(box);
}

function enter(box, event) {
  if (!box.active || event.altKey) return;
  event.preventDefault();
  const link = box.active;
  close(box);
  link.click();
}

/** The caret moves in the box, as always; no option stays active. */
function leaveList(box) {
  activate(box, null);
}
