// A list under the grammar (of reviews, of learning points) refreshes in place: the address, the
// title, what is open, what is scrolled and what has the focus are kept, and the new count is said.
// The page that comes back is the one that a browser without JavaScript gets; if it can't be
// fetched, the browser goes there.
import { announce } from "./announce.js";
import { narrowOptions, rememberShown } from "./filter-options.js";
import { recall, remember } from "./page-state.js";

const LINKS = ".chips a, .sort a, .pager a, .empty a, .apply a, .problem a, .group-head a, .group-all a";

let request;
let shown; // the path and query of the list on the page

export function refreshInPlace() {
  const form = document.getElementById("find");
  shown = here();
  document.addEventListener("change", (event) => {
    if (event.target.form === form && event.target.type !== "search") refresh(address(form));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const back = event.submitter?.closest(".apply");
    refresh(address(form, event.submitter), { then: back && toResults });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    if (!link || !isPlain(event) || !isThisList(link, form)) return;
    event.preventDefault();
    refresh(cleaned(link), { then: toCount });
  });
  addEventListener("popstate", () => {
    if (here() !== shown) refresh(here(), { push: false });
  });
  narrowOptions(document.getElementById("filters").parentElement, form);
  form.dataset.inPlace = "";
  if (isChosenAlready(form)) refresh(address(form)); // before this script had come
}

async function refresh(url, { push = true, then } = {}) {
  request?.abort();
  request = new AbortController();
  const { signal } = request;
  document.getElementById("results").setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (signal.aborted) return;
    if (!page.getElementById("results")) throw new Error("Not a list");
    if (push && url !== shown) history.pushState(null, "", url);
    shown = url;
    swap(page, url);
    then?.();
    announce(document.getElementById("count").textContent);
  } catch {
    if (!signal.aborted) location.assign(url);
  }
}

/** Put the parts of the new page where the old ones were. */
function swap(page, url) {
  const before = remember();
  document.title = page.title;
  for (const id of ["filters", "results"]) {
    document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
  }
  document.querySelector(".problem")?.remove();
  const problem = page.querySelector(".problem");
  if (problem) document.querySelector(".browse").before(document.adoptNode(problem));
  fillForm(page, url);
  recall(before);
}

/** The search box and what the form sends along unseen, as in the new page. */
function fillForm(page, url) {
  const form = document.getElementById("find");
  const fresh = page.getElementById("find");
  const box = document.getElementById("q");
  if (box !== document.activeElement) box.value = page.getElementById("q").value;
  for (const input of form.querySelectorAll("input[type=hidden]")) input.remove();
  form.append(...fresh.querySelectorAll("input[type=hidden]"));
  rememberShown(form, new URLSearchParams(url.split("?")[1]).get("show"));
}

/** The address of what the form says, without empty parameters. */
function address(form, submitter) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (name && value.trim()) query.append(name, value.trim());
  }
  return cleaned({ pathname: new URL(form.action).pathname, search: query.toString() && `?${query}` });
}

/** Whether an option was chosen on this page as it came; what a browser restores on the way back is not. */
function isChosenAlready(form) {
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return false;
  return [...form.elements].some((input) => ["checkbox", "radio"].includes(input.type) && input.checked !== input.defaultChecked);
}

function cleaned({ pathname, search }) {
  return pathname + (search === "?" ? "" : search);
}

function here() {
  return cleaned(location);
}

function toCount() {
  const count = document.getElementById("count");
  count.tabIndex = -1;
  count.focus({ preventScroll: true });
  if (count.getBoundingClientRect().top < 0) document.getElementById("results").scrollIntoView();
}

/** From the filters, which cover a narrow screen, back to the list. */
function toResults() {
  document.getElementById("filters").open = false;
  toCount();
}

function isPlain(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

function isThisList(link, form) {
  return link.origin === location.origin && link.pathname === new URL(form.action).pathname && !link.hash;
}
