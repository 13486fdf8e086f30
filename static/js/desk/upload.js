// Says at once that a chosen file can't be added, rather than after it was sent.
import { announce } from "../announce.js";

const HEAD = "%PDF-";

export function checkFiles() {
  document.addEventListener("change", ({ target }) => {
    if (target.matches("input[type=file][data-most]")) check(target);
  });
}

async function check(input) {
  const [file] = input.files;
  const problem = file ? await problemOf(file, Number(input.dataset.most)) : "";
  document.getElementById(`${input.id}_error`).replaceChildren(...(problem ? [line(problem)] : []));
  input.removeAttribute("aria-invalid");
  if (!problem) return;
  input.setAttribute("aria-invalid", "true");
  input.value = "";
  announce(problem);
}

async function problemOf(file, most) {
  const megabytes = file.size / 1024 ** 2;
  if (megabytes > most) {
    return `“${file.name}” has ${Math.ceil(megabytes)} MB; at most ${most} MB can be added. Choose a smaller one, or give only the link.`;
  }
  if ((await file.slice(0, HEAD.length).text()) !== HEAD) {
    return `“${file.name}” is not a PDF. Save it as a PDF, and choose the new file.`;
  }
  return "";
}

function line(text) {
  const found = document.createElement("p");
  found.className = "error";
  found.textContent = `Error: ${text}`;
  return found;
}
