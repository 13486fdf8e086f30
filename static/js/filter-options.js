// Long facets. Typing in a find box narrows the options at once, and "All 64 themes" shows them
// where they are. Both fetch the whole list first, from the address that shows it without JavaScript.
import { announce } from "./announce.js";

const FIND = ".facet .search input";
const PAUSE_MS = 600; // after the last key, before the number of options left is said

let waiting;

export function narrowOptions(filters, form) {
  const follow = async (box) => {
    const facet = box.closest(".facet");
    if (await showAll(facet, form)) narrow(facet, box.value);
  };
  filters.addEventListener("input", (event) => {
    const box = event.target.closest(FIND);
    if (box) follow(box);
  });
  filters.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-show-all]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const facet = link.closest(".facet");
    facet.querySelector(".search input").value = "";
    if (await showAll(facet, form)) facet.querySelector(".scroll").focus();
    else location.assign(link.href);
  });
  for (const box of filters.querySelectorAll(FIND)) {
    if (box.value !== box.defaultValue) follow(box); // typed before this script had come
  }
}

/** Put every option of a facet on the page; false where they can't be had. */
async function showAll(facet, form) {
  const link = facet.querySelector("a[data-show-all]");
  if (!link) return true;
  try {
    facet.loading ??= fetch(link.href).then((response) => response.text());
    const whole = new DOMParser().parseFromString(await facet.loading, "text/html");
    const options = whole.getElementById(facet.id)?.querySelector(".scroll");
    if (!options) return false;
    if (link.isConnected) {
      const box = facet.querySelector(".search");
      while (box.nextSibling) box.nextSibling.remove(); // the box stays where it is: it has the focus
      box.after(document.adoptNode(options));
      rememberShown(form, facet.dataset.facet);
    }
    return true;
  } catch {
    facet.loading = null; // the next key tries again
    return false;
  }
}

/** The next refresh shows this facet in full again. Null forgets. */
export function rememberShown(form, name) {
  form.querySelector("input[name=show]")?.remove();
  if (!name) return;
  const input = Object.assign(document.createElement("input"), { type: "hidden", name: "show", value: name });
  form.append(input);
}

function narrow(facet, typed) {
  const words = typed.toLowerCase().split(/\s+/);
  const options = [...facet.querySelectorAll(".opt")];
  for (const option of options) {
    const label = option.children[1].textContent.toLowerCase();
    const chosen = option.querySelector("input").checked;
    option.hidden = !chosen && !words.every((word) => label.includes(word));
  }
  const left = options.filter((option) => !option.hidden).length;
  clearTimeout(waiting);
  waiting = setTimeout(() => announce(`${left} of ${options.length} shown`), PAUSE_MS);
}
