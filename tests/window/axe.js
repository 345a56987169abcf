// Runs inside the page once axe is there, and answers the driver with one line for each fault: theme, rule, element, and what axe says.
const answer = arguments[arguments.length - 1];
const page = document.documentElement;
const before = page.dataset.theme;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function faults(theme, runOnly) {
  page.dataset.theme = theme;
  // A colour on its way to the other theme is neither.
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return violations.flatMap((one) => one.nodes.map((node) => `${theme}: ${one.id}: ${node.html.slice(0, 240)}: ${node.failureSummary}`));
}

(async () => {
  const light = await faults("light", { type: "tag", values: RULES });
  const dark = await faults("dark", { type: "rule", values: ["color-contrast"] });
  page.dataset.theme = before;
  answer([...light, ...dark]);
})().catch((why) => answer([`axe could not look: ${why}`]));
