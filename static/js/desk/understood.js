// Says beside a date or an age how it is understood, when one leaves the field; and counts the
// characters of a field that is nearly full.
const NEARLY = 0.8;

export function readAsTyped(form) {
  for (const input of form.querySelectorAll("[data-understood]")) {
    input.addEventListener("change", () => read(input));
  }
  for (const field of form.querySelectorAll("[data-limit]")) {
    field.addEventListener("input", () => count(field));
    count(field);
  }
}

async function read(input) {
  const place = document.getElementById(`${input.id}_notes`)?.querySelector("[data-said]");
  if (!place) return;
  const text = input.value.trim();
  const query = new URLSearchParams({ kind: input.dataset.understood, text });
  const answer = text ? await fetch(`/desk/understood/?${query}`).catch(() => null) : null;
  const { said = "", error = "" } = answer?.ok ? await answer.json() : {};
  if (input.value.trim() !== text) return;
  const isNew = said && said.toLowerCase() !== text.toLowerCase();
  place.textContent = error || (isNew ? `Understood as: ${said}` : "");
  place.hidden = !place.textContent;
}

function count(field) {
  const limit = Number(field.dataset.limit);
  const left = limit - [...field.value].length;
  let place = field.nextElementSibling;
  if (!place?.matches(".limit")) {
    if (left > limit * (1 - NEARLY)) return;
    place = document.createElement("p");
    place.className = "limit";
    field.after(place);
  }
  place.toggleAttribute("data-over", left < 0);
  const many = Math.abs(left).toLocaleString("en-GB");
  place.textContent = left < 0 ? `${many} too many characters` : `${many} characters left`;
  place.hidden = left > limit * (1 - NEARLY);
}
