// Forms with data-passkey: "get" signs in with a passkey, "create" makes one. The answer of the
// device goes into the form's field `credential`, and the form is sent. Without this script the
// buttons stay hidden, and what stands in for them stays shown.
import { announce } from "./announce.js";

export function offerPasskeys() {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector('button[type="button"]');
    form.hidden = button.hidden = false;
    for (const instead of form.querySelectorAll("[data-passkey-without]")) instead.hidden = true;
    button.addEventListener("click", () => use(form, button));
  }
}

async function use(form, button) {
  button.disabled = true;
  try {
    const answer = await (form.dataset.passkey === "create" ? create(form) : get(form));
    form.elements.credential.value = JSON.stringify(answer.toJSON());
    form.submit();
  } catch {
    announce("No passkey was used. Try again, or choose another way.");
    button.disabled = false;
  }
}

async function get(form) {
  const { publicKey } = form.dataset.options ? given(form) : await asked(form);
  return navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey),
  });
}

function create(form) {
  const { publicKey } = given(form);
  const alone = form.elements.passwordless?.checked ?? false;
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone && { userVerification: "required" }),
  };
  return navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey),
  });
}

function given(form) {
  return JSON.parse(document.getElementById(form.dataset.options).textContent);
}

async function asked(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.status);
  return (await answer.json()).request_options;
}
