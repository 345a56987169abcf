// A screen as assistive technology hears it: roles and names, indented, small enough to read in a review.
import { computeAccessibleName, getRole, isInaccessible } from "dom-accessibility-api";

/** Roles that only group, or repeat what their children say. */
const PLAIN = new Set([
  "generic",
  "presentation",
  "none",
  "paragraph",
  "strong",
  "code",
  "emphasis",
  "time",
  "term",
  "definition",
]);

/** The tree under `root`, one line a node. */
export function tree(root: Element, depth = 0): string {
  const lines: string[] = [];
  for (const child of root.children) {
    if (isInaccessible(child) || child.closest("[data-live-announcer]")) continue;
    const role = getRole(child) ?? "generic";
    if (PLAIN.has(role)) {
      const own = [...child.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (own) lines.push(`${"  ".repeat(depth)}“${child.textContent?.replace(/\s+/g, " ").trim()}”`);
      else lines.push(tree(child, depth));
      continue;
    }
    const name = computeAccessibleName(child).replace(/\s+/g, " ");
    const state = ["aria-current", "aria-pressed", "aria-checked", "aria-invalid"]
      .filter((one) => child.getAttribute(one) && child.getAttribute(one) !== "false")
      .map((one) => one.replace("aria-", " "));
    lines.push(`${"  ".repeat(depth)}${role}${name ? ` “${name}”` : ""}${state.join("")}`);
    if (!["button", "img", "textbox", "spinbutton", "radio", "checkbox", "heading"].includes(role))
      lines.push(tree(child, depth + 1));
  }
  return lines.filter((line) => line !== "").join("\n");
}
