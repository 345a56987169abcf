// Runs inside the page: why nobody can see where the focus is, or null when they can. Something around what has it must be drawn, within the window, and not beneath anything.
const here = document.activeElement;
if (!here || here === document.body) return "nothing has it";
const words = `${here.tagName} ${here.getAttribute("aria-label") ?? here.textContent}`.slice(0, 80);
if (!document.hasFocus()) return "the window does not have it";

// A field is drawn by its box, an answer by its label, a row by itself.
const around = [...(here.labels ?? []), here, here.parentElement, here.parentElement?.parentElement].filter(Boolean);
const drawn = around.find((element) => {
  const style = getComputedStyle(element);
  const outline = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
  const row = element === here && element.getAttribute("role") === "row" && style.boxShadow !== "none";
  const segment = element === here && element.getAttribute("role") === "spinbutton";
  const ring = element.querySelector?.(":scope > [class*=ring]");
  return outline || row || segment || (ring && getComputedStyle(ring).stroke !== "none");
});
if (!drawn) return `nothing is drawn around ${words}`;
const box = drawn.getBoundingClientRect();
const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
if (right - left < 8 || bottom - top < 8) return `${words} is out of sight`;
const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
if (over && !drawn.contains(over) && !over.contains(drawn)) return `${words} is beneath ${over.tagName} ${over.textContent.slice(0, 40)}`;
return null;
