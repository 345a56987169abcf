// Runs inside the page: marks the first visible element of a role and name, as assistive technology would name it.
// A name ending in "…" is matched by its beginning. Returns whether one was found.
const [role, wanted] = arguments;
const mark = "data-found-by-journey";
for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);

const selectors = {
  button: "button, [role=button], [role=switch], summary",
  field: "input:not([type=radio]):not([type=checkbox]), textarea, [role=textbox], [role=spinbutton], [role=combobox], [role=group], select",
  radio: "input[type=radio], [role=radio]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  link: "a[href], [role=link]",
  heading: "h1, h2, h3, h4, [role=heading]",
  row: "tr, [role=row]",
  option: "option, [role=option], [role=menuitem]",
  tab: "[role=tab]",
  dialog: "dialog, [role=dialog], [role=alertdialog]",
};

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const byIds = (ids) => ids.split(/\s+/).map((id) => tidy(document.getElementById(id)?.textContent)).filter(Boolean).join(" ");

function nameOf(element) {
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled && byIds(labelled)) return byIds(labelled);
  const said = tidy(element.getAttribute("aria-label"));
  if (said) return said;
  if (element.labels?.length) return tidy([...element.labels].map((label) => label.textContent).join(" "));
  if (element.matches("input, textarea, select")) return tidy(element.title || element.placeholder);
  return tidy(element.innerText ?? element.textContent) || tidy(element.title);
}

function shown(element) {
  const box = element.matches("input[type=radio], input[type=checkbox]") ? (element.closest("label") ?? element) : element;
  const style = getComputedStyle(box);
  return box.getClientRects().length > 0 && style.visibility !== "hidden" && !box.closest("[aria-hidden=true], [inert]");
}

const matches = (name) => (wanted.endsWith("…") ? name.startsWith(wanted.slice(0, -1)) : name === wanted);
const usable = (element) => !element.disabled && element.getAttribute("aria-disabled") !== "true";

const candidates = [...document.querySelectorAll(selectors[role] ?? `[role=${role}]`)].filter(shown).filter(usable);
let found = candidates.find((element) => matches(nameOf(element)));
if (!found) return false;
// A group of segments (a date) is entered by its first one; a drawn-over input is pressed by its label.
if (role === "field" && found.getAttribute("role") === "group") found = found.querySelector("[role=spinbutton], input") ?? found;
if (found.matches("input[type=radio], input[type=checkbox]")) found = found.closest("label") ?? found;
found.setAttribute(mark, "");
found.scrollIntoView({ block: "center", inline: "nearest" });
return true;
