// Buttons that copy the text of the element they name. Shown only where the browser can copy.
import { announce } from "./announce.js";

const SHOWN_MS = 2500;

export function offerCopies() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent.trim().replace(/\s+/g, " "));
  } catch {
    getSelection().selectAllChildren(source);
    announce("The browser would not copy. The text is selected: copy it from there.");
    return;
  }
  announce("Copied");
  button.dataset.copied = "";
  setTimeout(() => delete button.dataset.copied, SHOWN_MS);
}
