import { lossOf } from "../../resource-types";
import { groupBy } from "../groups";
import { markdownCode, markdownText } from "../markdown-text";
import { numeral, shortened } from "../wording";
import type { PlannedLoss } from "./planned-losses";

const words: Readonly<Record<PlannedLoss["action"], string>> = {
  destroy: "destroyed",
  replace: "destroyed and created again",
  forget: "no longer managed, stays in AWS",
  rename: "renamed",
};

function nameText({ name, nameAfter }: PlannedLoss): string {
  if (name === undefined) return "";
  const before = markdownCode(shortened(name, 80));
  switch (nameAfter.fate) {
    case "kept":
      return `, name ${before} kept`;
    case "moved":
      return `, name ${before} made again as ${markdownCode(shortened(nameAfter.address, 120))}: a \`moved\` block would keep it`;
    case "changed":
      return `, **name changes** from ${before} to ${markdownCode(shortened(nameAfter.to, 80))}`;
    case "gone":
      return `, **name ${before} goes**`;
  }
}

/** True where a name that others rely on does not exist afterwards. */
export function breaksName({ name, nameAfter, action }: PlannedLoss): boolean {
  if (name === undefined || action === "forget") return false;
  return nameAfter.fate === "changed" || nameAfter.fate === "gone";
}

function alike({ type, action, name, nameAfter }: PlannedLoss): string {
  return JSON.stringify([type, action, name, nameAfter.fate, "to" in nameAfter && nameAfter.to]);
}

function row(losses: readonly [PlannedLoss, ...PlannedLoss[]]): string {
  const [first] = losses;
  const { type, action, address, plan } = first;
  const consequence = action === "forget" || action === "rename" ? undefined : lossOf(type);
  const others = losses.length - 1;
  const which = `${markdownCode(shortened(address, 160))} in ${markdownText(shortened(plan, 80))}`;
  const subject = others === 0 ? `${which} is` : `${which} and ${numeral(others)} more like it are`;
  const what = `${words[action]}${nameText(first)}`;
  return `- ${subject} ${what}${consequence ? ` — ${consequence}` : ""}`;
}

/** One line of Markdown per resources that go alike: those whose name goes or changes first. */
export function resourceRows(losses: readonly PlannedLoss[]): readonly string[] {
  const groups = groupBy(losses, alike);
  const breaks = (group: readonly PlannedLoss[]) => (group.some(breaksName) ? 0 : 1);
  return [...groups.values()].sort((a, b) => breaks(a) - breaks(b)).map(row);
}
