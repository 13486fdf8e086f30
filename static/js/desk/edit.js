// The edit page in place: its buttons send the form as they do without this script, and the page
// that comes back takes the place of the old one. What was typed meanwhile, the focus and what is
// open stay. Without an answer the form is sent as browsers do.
import { announce } from "../announce.js";
import { before, goOn } from "./onward.js";
import { goByParts } from "./parts.js";
import { keepSaved } from "./saving.js";
import { pickTerms } from "./terms.js";
import { readAsTyped } from "./understood.js";

const PARTS = ["edit-crumbs", "edit-title", "edit-state", "edit-contents", "edit", "builder", "edit-bar"];
const FIELDS = "input:not([type=hidden], [type=checkbox], [type=file]), textarea, select";

export function editInPlace() {
  const saving = keepSaved(form);
  let doing = null; // what the button that was pressed does, until its answer is shown
  let waiting = null; // another that was pressed meanwhile

  document.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (event.target !== form() || hasFile() || !staysHere(button)) {
      if (event.target === form()) saving.leave();
      return;
    }
    event.preventDefault();
    if (doing) {
      if (button.value !== doing) waiting = button.value; // the same again is one press too many
      return;
    }
    doing = button.value;
    form().setAttribute("aria-busy", "true");
    await saving.pause();
    const did = await send(button).catch(() => null);
    const next = did?.isSaved && waiting;
    doing = waiting = null;
    form().removeAttribute("aria-busy");
    if (did === null) return saving.trouble();
    if (did.elsewhere) return follow(did.elsewhere, saving);
    saving.resume(did.isSaved);
    const pressed = next && buttonOf(next);
    if (pressed) form().requestSubmit(pressed);
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key === "s") {
      event.preventDefault();
      form().requestSubmit(document.querySelector("#edit-bar [value=save]"));
    } else if (event.key === "Enter") {
      const next = event.target.closest?.("[data-row]")?.querySelector("[data-next]");
      if (!next) return;
      event.preventDefault();
      form().requestSubmit(next);
    }
  });
  goByParts();
  dress();
}

function form() {
  return document.getElementById("edit");
}

function buttonOf(value) {
  return [...form().elements].find((one) => one.name === "do" && one.value === value);
}

/** What the new page needs that scripts have put there. */
function dress() {
  pickTerms(form());
  readAsTyped(form());
}

function staysHere(button) {
  return button?.name === "do" && button.value !== "publish" && !isNotSaved(document);
}

/** Whether a page shows what was kept of a session that had ended: it is sent as a whole. */
function isNotSaved(page) {
  return Boolean(page.querySelector("[name=kept]"));
}

/** To where the form has led: to sign in, or to what was kept. A refusal is shown by the browser. */
function follow(response, saving) {
  saving.leave();
  if (response.redirected) location.assign(response.url);
  else form().submit();
}

function hasFile() {
  return [...form().querySelectorAll("input[type=file]")].some((input) => input.files.length);
}

async function send(button) {
  const typed = values();
  const response = await fetch(form().action, { method: "POST", body: new FormData(form(), button) });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (response.status >= 500) throw new Error("No page");
  if (!page.getElementById("edit") || isNotSaved(page)) return { elsewhere: response };
  const was = before(button);
  swap(page, typed);
  dress();
  if (response.status === 409 || response.status === 422) {
    const alert = document.querySelector(".alert, [aria-invalid=true]");
    alert?.focus();
    alert?.scrollIntoView({ block: "start" });
    announce(alert?.querySelector("h2")?.textContent ?? "Not done");
    return { isSaved: response.status === 422 };
  }
  goOn(was);
  return { isSaved: true };
}

/** Put the parts of the new page where the old ones are; what was typed since stays. */
function swap(page, typed) {
  const now = values();
  const open = [...document.querySelectorAll("details[open]")].map(nameOf);
  const focus = document.activeElement?.id;
  const caret = [document.activeElement?.selectionStart, document.activeElement?.selectionEnd];
  const place = document.activeElement?.closest(".row, .part")?.id;
  const top = document.getElementById(place)?.getBoundingClientRect().top;
  for (const id of PARTS) {
    const [old, renewed] = [document.getElementById(id), page.getElementById(id)];
    if (old && renewed) old.replaceWith(document.adoptNode(renewed));
  }
  document.title = page.title;
  for (const field of fields()) {
    if (now.has(field.name) && now.get(field.name) !== typed.get(field.name)) field.value = now.get(field.name);
  }
  for (const name of open) document.querySelector(name)?.setAttribute("open", "");
  const again = focus && document.getElementById(focus);
  again?.focus?.({ preventScroll: true });
  if (again?.setSelectionRange && caret[0] != null) again.setSelectionRange(...caret);
  const moved = document.getElementById(place)?.getBoundingClientRect().top - top;
  if (moved) scrollBy({ top: moved, behavior: "instant" });
}

/** What finds a part that opens and closes again in the new page. */
function nameOf(details) {
  return details.id ? `#${details.id}` : `#${details.closest("[id]").id} > details`;
}

/** The fields in which one writes or chooses, those of the panel beside the form too. */
function fields() {
  return [...form().elements].filter((field) => field.matches(FIELDS));
}

function values() {
  return new Map(fields().map((field) => [field.name, field.value]));
}
