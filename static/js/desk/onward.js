// Where the focus goes once a button of the edit page has done its work, and what is said of it.
// Nobody is sent across the page: what was removed is said where it stood.
import { announce } from "../announce.js";

const SAID = { add: "Added", after: "Added", remove: "Removed", up: "Moved up", down: "Moved down", undo: "Put back", refuse: "Refused", save: "Saved", paste: "Added", take: "Taken", "take-ticked": "Taken", accept: "Accepted", pin: "Pinned", "pin-all": "Pinned", unpin: "Taken out of the sample", support: "Suggestions shown", select: "Selection changed", "take-out": "Taken out", "put-back": "Put back", "looked-at": "The history says that you looked at it", close: "Suggestions closed" };
// Where a button about evidence leads, when it is not there any more itself.
const LEADS = { find: "builder-list", page: "builder-list", show: "builder-list", theme: "builder-list", support: "builder-support", select: "builder-selection", unpin: "builder-sample", "pin-all": "builder-sample", "take-out": "taken-out", "put-back": "not-public", "looked-at": "corrected" };

/** What has to be known of the page as it is, before the new one takes its place. */
export function before(button) {
  const [verb, rows, key] = button.value.split(":");
  const row = document.getElementById(`${rows}-${key}`);
  return {
    value: button.value,
    verb,
    rows,
    key,
    isOfSelection: Boolean(button.closest("#builder-selection-part")),
    known: new Set(rowIds()),
    beside: [row?.previousElementSibling?.id, row?.nextElementSibling?.id, row?.parentElement.closest(".row, .part")?.id],
    suggestion: suggestions().findIndex((one) => one.contains(button)),
    worked: document.querySelector("#builder [name=for]")?.value,
  };
}

/** In the new page: the focus where the work goes on, and a word for those who don't see it. */
export function goOn(was) {
  const added = rowIds().find((id) => !was.known.has(id));
  const row = document.getElementById(added ?? `${was.rows}-${was.key}`);
  if (was.verb === "remove") sayWhereItStood(was.beside);
  const refused = document.getElementById("not-taken");
  const target = was.verb === "save" ? null : (refused ?? targetOf(was, row));
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "nearest", behavior: "instant" });
  announce(refused?.textContent ?? said(was, row));
}

function said(was, row) {
  if (LEADS[was.verb] === "builder-list") return document.getElementById(`${inTurn(was)}-title`)?.textContent ?? "";
  const into = ["take", "take-ticked"].includes(was.verb) && document.querySelector("#builder-target :checked")?.textContent;
  const name = row?.querySelector("h3, h4")?.textContent ?? into;
  return [SAID[was.verb] ?? "Saved", name].filter(Boolean).join(": ");
}

/** What is looked for leads to what was found, by whichever of its buttons. */
function inTurn({ verb, isOfSelection }) {
  return verb === "find" && isOfSelection ? LEADS.select : LEADS[verb];
}

/** The same button, the new row's first field, or what was removed. */
function targetOf(was, row) {
  const same = [...document.getElementById("edit").elements].find((one) => one.name === "do" && one.value === was.value);
  const field = row?.querySelector("textarea, input:not([type=hidden])") ?? row;
  if (was.verb === "remove") return document.querySelector("#removed button");
  if (was.verb === "up" || was.verb === "down") return same ?? field;
  if (was.verb === "support" || LEADS[was.verb] === "builder-list") return document.getElementById(inTurn(was));
  if (was.verb === "close") return document.getElementById(`id_statements-${was.worked}-text`) ?? document.getElementById("builder");
  if (was.suggestion >= 0) return nextSuggestion(was.suggestion);
  if (was.verb === "refuse") return document.getElementById(`id_${was.rows}_typed`);
  return field ?? same ?? inPanel(was);
}

/** After an answer to a suggestion: the one that has come into its place, or the list. */
function nextSuggestion(place) {
  const left = suggestions();
  const next = left[Math.min(place, left.length - 1)];
  return next?.querySelector("button") ?? document.getElementById(LEADS.support);
}

function suggestions() {
  return [...document.querySelectorAll("#builder-support .found-point")];
}

/** The point that was taken or pinned, or the part of the panel that was worked in. */
function inPanel({ verb, rows, key }) {
  const ids = [`find-${rows}`, `find-${key}`, LEADS[verb] ?? "builder", `statements-${rows}`];
  return ids.map((id) => document.getElementById(id)).find(Boolean);
}

/** Brings the way to have a row back to where the row was. */
function sayWhereItStood([previous, next, around]) {
  const said = document.getElementById("removed");
  const [above, below] = [previous, next].map((id) => id && document.getElementById(id));
  const place = document.createElement(above || below ? "li" : "div");
  if (above) above.after(place);
  else if (below) below.before(place);
  else document.querySelector(`#${around} [name=do][value^=add]`)?.parentElement.before(place);
  if (said && place.isConnected) place.append(said);
}

function rowIds() {
  return [...document.querySelectorAll("#edit .row")].map((row) => row.id);
}
