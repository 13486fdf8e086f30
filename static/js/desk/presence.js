// Tells the desk every half minute that somebody is at this page, and shows who else is.
// Nobody at the page, no word: or a page left open would keep its session for ever.

const EVERY_MS = 30_000;
const AWAY_MS = 10 * 60_000; // without a key, a pointer or a look

export function keepCompany(place) {
  let lastSign = Date.now();
  let lastWord = 0;

  const tell = async () => {
    lastWord = Date.now();
    const answer = await ask(place).catch(() => null); // no network: the next time
    if (!answer) return;
    const isSignedOut = answer.type === "opaqueredirect" || answer.status === 403;
    place.querySelector("[data-ended]").hidden = !isSignedOut;
    if (answer.ok) show(place.querySelector("[data-said]"), await answer.text());
  };
  const notice = () => {
    lastSign = Date.now();
    if (lastSign - lastWord > EVERY_MS) tell();
  };

  for (const sign of ["keydown", "pointerdown", "focus"]) addEventListener(sign, notice);
  document.addEventListener("visibilitychange", () => document.hidden || notice());
  setInterval(() => Date.now() - lastSign < AWAY_MS && tell(), EVERY_MS);
  addEventListener("pagehide", () => navigator.sendBeacon(place.dataset.presence, words("leave")));
  addEventListener("pageshow", (event) => event.persisted && tell());
}

function ask(place) {
  return fetch(place.dataset.presence, { method: "POST", body: words(), redirect: "manual" });
}

function words(more) {
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", "number"]) {
    body.set(name, document.querySelector(`input[name="${name}"]`)?.value ?? "");
  }
  if (more) body.set(more, "1");
  return body;
}

// What stays the same is not put in anew: it would be read out again.
function show(said, text) {
  if (said.dataset.last === text || said.innerHTML.trim() === text.trim()) return;
  said.dataset.last = text;
  said.innerHTML = text;
}
