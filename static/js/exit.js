// Quick exit. The page is replaced, so that the Back button does not return to it, and its words
// are gone at once, before the other site answers. Three presses of Escape within two seconds do
// the same. Without JavaScript the link is a plain link.

const PRESSES = 3;
const WITHIN_MS = 2000;

export function watchExit() {
  const link = document.querySelector("[data-exit]");
  if (!link) return; // the desk has none: what is typed there must not vanish
  const presses = [];

  function leave() {
    document.title = "";
    document.body.hidden = true;
    location.replace(link.href);
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    presses.push(event.timeStamp);
    if (presses.length > PRESSES) presses.shift();
    if (presses.length === PRESSES && event.timeStamp - presses[0] <= WITHIN_MS) leave();
  });
  document.querySelector("[data-exit-keys]").hidden = false;
}
