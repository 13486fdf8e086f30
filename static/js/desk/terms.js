// A box for terms as an editable combobox with a listbox (WAI-ARIA Authoring Practices): names and
// synonyms in which the typed words begin, with their definitions. Choosing one ticks it at once.
// Without this script the box offers the names, and what is typed is read when the page is saved.
import { announce } from "../announce.js";

const MOST = 8;
const KEYS = { ArrowDown: down, ArrowUp: up, Escape: close, Enter: choose, Home: leave, End: leave };

let terms; // every term, by kind; asked for once a page

export function pickTerms(form) {
  for (const list of form.querySelectorAll("[data-terms]")) {
    const input = list.querySelector("input[type=text]");
    input.addEventListener("focus", () => begin(list, input), { once: true });
    if (input === document.activeElement) begin(list, input);
  }
}

async function begin(list, input) {
  terms ??= fetch("/desk/terms.json").then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
  let known;
  try {
    known = (await terms)[list.dataset.terms];
  } catch {
    terms = undefined; // the names of the page are offered; the next focus tries again
    return;
  }
  if (input.getAttribute("role") === "combobox") return;
  const options = element("div", { id: `${input.id}_options`, className: "suggest", hidden: true });
  options.setAttribute("role", "listbox");
  options.setAttribute("aria-label", list.querySelector("legend").textContent);
  input.removeAttribute("list");
  input.after(options);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": options.id,
  })) {
    input.setAttribute(name, value);
  }
  const box = { list, input, options, known, active: null };
  input.addEventListener("input", () => show(box));
  input.addEventListener("keydown", (event) => {
    if (!event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey) KEYS[event.key]?.(box, event);
  });
  input.addEventListener("blur", () => close(box));
  options.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays
  options.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(box, option);
  });
  // What was typed while the terms were on their way.
  if (input === document.activeElement && input.value !== input.defaultValue) show(box);
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}|['’]/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The terms that a text begins the words of: the whole name, label before synonym, start before within. */
function found(box) {
  const typed = fold(box.input.value);
  if (!typed) return [];
  const chosen = new Set([...box.list.querySelectorAll(".picked :checked")].map((one) => one.value));
  const hits = [];
  for (const term of box.known) {
    if (chosen.has(term.slug)) continue;
    const names = [term.label, ...term.synonyms];
    const ranks = names.map((name, place) => {
      const at = ` ${fold(name)}`.indexOf(` ${typed}`);
      if (fold(name) === typed) return -1;
      return at < 0 ? Infinity : (place > 0) + 2 * (at > 0);
    });
    const rank = Math.min(...ranks);
    if (rank < Infinity) hits.push({ term, rank, by: names[ranks.indexOf(rank)] });
  }
  return hits.sort((a, b) => a.rank - b.rank || a.term.label.localeCompare(b.term.label)).slice(0, MOST);
}

function show(box) {
  activate(box, null);
  const hits = found(box);
  box.options.replaceChildren(
    ...hits.map(({ term, rank, by }, place) => {
      const also = by === term.label ? "" : ` (${by})`;
      const option = element("div", { id: `${box.options.id}_${place}` }, element("b", {}, term.label + also));
      if (term.definition) option.append(element("span", {}, term.definition));
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      Object.assign(option.dataset, { slug: term.slug, label: term.label });
      if (rank < 0) option.dataset.whole = "";
      return option;
    }),
  );
  open(box, hits.length > 0);
  if (box.input.value.trim()) announce(hits.length === 1 ? "1 term" : `${hits.length || "No"} terms`);
}

function take(box, option) {
  const { slug, label } = option.dataset;
  const name = box.list.dataset.name;
  let picked = box.list.querySelector(".picked");
  if (!picked) {
    picked = element("div", { className: "picked" });
    box.list.querySelector("legend").after(picked);
  }
  for (const offered of box.list.querySelectorAll(".offered input")) {
    if (offered.value === slug) offered.closest("li").remove();
  }
  const old = [...picked.querySelectorAll("input")].find((one) => one.value === slug);
  if (old) old.checked = true;
  else {
    const tick = element("input", { type: "checkbox", name, value: slug, checked: true });
    picked.append(element("label", { className: "opt" }, tick, " ", element("span", {}, label)));
  }
  box.input.value = "";
  close(box);
  announce(`${label} chosen`);
  box.input.dispatchEvent(new Event("change", { bubbles: true }));
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function open(box, isOpen) {
  box.options.hidden = !isOpen;
  box.input.setAttribute("aria-expanded", String(isOpen));
}

function close(box, event) {
  if (event && box.options.hidden) return;
  event?.preventDefault();
  activate(box, null);
  open(box, false);
}

function activate(box, option) {
  box.active?.setAttribute("aria-selected", "false");
  box.active = option ?? null;
  if (!box.active) return box.input.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  box.input.setAttribute("aria-activedescendant", option.id);
  return option.scrollIntoView({ block: "nearest" });
}

function down(box, event) {
  event.preventDefault();
  if (box.options.hidden) show(box);
  const all = [...box.options.children];
  activate(box, all[all.indexOf(box.active) + 1] ?? all[0]);
}

function up(box, event) {
  if (box.options.hidden) return;
  event.preventDefault();
  const all = [...box.options.children];
  activate(box, all[all.indexOf(box.active) - 1] ?? all.at(-1));
}

/** Enter takes the active option, or the one that is named or left; else the page is saved, as ever. */
function choose(box, event) {
  const named = box.options.querySelectorAll("[data-whole]");
  const left = named.length ? named : box.options.children;
  const option = box.active ?? (left.length === 1 && !box.options.hidden ? left[0] : null);
  if (!option) return;
  event.preventDefault();
  take(box, option);
}

function leave(box) {
  activate(box, null);
}
