// Saves what is typed by itself, five seconds after the last key and when one turns away. It never
// overwrites what somebody else has saved: then it says so, and saving by hand shows both.
const AFTER_MS = 5_000;
const AGAIN_MS = 15_000;

export function keepSaved(form) {
  let state = sent();
  let waiting = 0;
  let running = null;
  // The page is being sent, or waits for somebody's decision: about what was kept, to begin with.
  let isHeld = Boolean(document.querySelector("[name=kept]"));

  function sent() {
    const data = new FormData(form());
    for (const name of ["number", "csrfmiddlewaretoken"]) data.delete(name);
    for (const [name, value] of [...data]) {
      if (value instanceof File || name.startsWith("find_")) data.delete(name); // what is looked for is not saved
    }
    return new URLSearchParams(data).toString();
  }
  const isDirty = () => sent() !== state;

  function later(ms = AFTER_MS) {
    clearTimeout(waiting);
    if (!isHeld && isDirty()) waiting = setTimeout(save, ms);
  }

  function save() {
    clearTimeout(waiting);
    if (isHeld || running || !isDirty()) return;
    running = post().finally(() => {
      running = null;
    });
  }

  async function post() {
    const now = sent();
    const body = new FormData(form());
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    for (const name of ["learning-paste", "recommendations-paste"]) body.delete(name);
    body.set("automatic", "1");
    let response;
    try {
      response = await fetch(form().action, { method: "POST", body, redirect: "manual" });
    } catch {
      response = null;
    }
    if (response?.status === 409) {
      isHeld = true;
      return say("Not saved: somebody else has changed the same. Save to see both.", true);
    }
    const said = response?.ok ? await response.json().catch(() => null) : null;
    if (!said) {
      const isOut = response && (response.type === "opaqueredirect" || response.status === 403);
      say(isOut ? "Not saved: you are signed in no more. Save to sign in; nothing is lost." : "Not saved yet. Trying again.", true);
      if (isOut) isHeld = true;
      else later(AGAIN_MS);
      return null;
    }
    if (said.merged) return void form().requestSubmit(document.querySelector("#edit-bar [value=save]"));
    state = now;
    form().querySelector("input[name=number]").value = said.number;
    form().querySelector("input[name=as_of]")?.remove();
    say(`Saved at ${said.at}.`);
    return later();
  }

  document.addEventListener("input", (event) => event.target.form === form() && later());
  document.addEventListener("change", (event) => event.target.form === form() && later());
  document.addEventListener("visibilitychange", () => document.hidden && save());
  addEventListener("beforeunload", (event) => {
    if (isDirty() && !isLeaving) event.preventDefault();
  });
  let isLeaving = false;
  return {
    async pause() {
      clearTimeout(waiting);
      await running;
      isHeld = true;
    },
    resume(isSaved) {
      isHeld = !isSaved;
      if (isSaved) state = typedSince(sent());
    },
    trouble() {
      isHeld = false;
      say("Not saved: the desk can’t be reached. What you typed is still here; trying again.", true);
      later(AGAIN_MS);
    },
    leave() {
      isLeaving = true;
      clearTimeout(waiting);
    },
  };

  // What was typed while the page was being sent is in the new page, and is saved in its turn.
  function typedSince(now) {
    const data = new URLSearchParams(now);
    const fields = form().querySelectorAll("input:not([type=hidden], [type=checkbox], [type=file]), textarea");
    const late = [...fields].filter((field) => field.value !== field.defaultValue);
    if (!late.length) return now;
    later();
    for (const field of late) data.set(field.name, field.defaultValue);
    return data.toString();
  }
}

function say(text, isTrouble = false) {
  const place = document.querySelector("[data-saved]");
  place.toggleAttribute("data-trouble", isTrouble);
  if (place.textContent !== text) place.textContent = text;
}
