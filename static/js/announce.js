// The page's one polite live region.

const QUIET_MS = 100; // a region that is emptied first is read out again, even for the same words

let waiting;

export function announce(text) {
  const region = document.getElementById("announce");
  clearTimeout(waiting);
  region.textContent = "";
  waiting = setTimeout(() => {
    region.textContent = text;
  }, QUIET_MS);
}
