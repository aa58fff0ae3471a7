import { lossOf } from "../../resource-types";
import { groupBy } from "../groups";
import { markdownCode, markdownText } from "../markdown-text";
import { numeral, shortened } from "../wording";
import type { PlannedLoss } from "./resource-loss";

const words: Readonly<Record<PlannedLoss["action"], string>> = {
  destroy: "destroyed",
  replace: "destroyed and created again",
  forget: "no longer managed, stays in AWS",
  rename: "renamed",
  move: "created anew elsewhere",
  strand: "left behind in AWS, in no state any more",
};

function nameText({ name, nameAfter, action }: PlannedLoss): string {
  const before = name === undefined ? "" : markdownCode(shortened(name, 80));
  switch (nameAfter.fate) {
    case "kept":
      return name === undefined ? "" : `, name ${before} kept`;
    case "moved": {
      const { address, stack } = nameAfter;
      const where = `${markdownCode(shortened(address, 120))}${stack === undefined ? "" : ` in ${markdownText(shortened(stack, 80))}`}`;
      if (action === "strand")
        return `, and created again as ${where}: the apply fails, it exists already`;
      const clash =
        "Terraform creates before it destroys, so the apply fails (it exists already) or takes away what it has just created";
      const remedy = stack === undefined ? "; a `moved` block would keep it" : "";
      return `, ${name === undefined ? "" : `name ${before} `}created again as ${where}: ${clash}${remedy}`;
    }
    case "changed":
      return name === undefined
        ? ""
        : `, **name changes** from ${before} to ${markdownCode(shortened(nameAfter.to, 80))}`;
    case "gone":
      return name === undefined || action === "strand" ? "" : `, **name ${before} goes**`;
  }
}

/** True where a name that others rely on does not exist afterwards. */
export function breaksName({ name, nameAfter, action }: PlannedLoss): boolean {
  if (name === undefined || action === "forget" || action === "strand") return false;
  return nameAfter.fate === "changed" || nameAfter.fate === "gone";
}

function alike({ type, action, name, nameAfter, place, recipient }: PlannedLoss): string {
  const isElsewhere = action === "move" || action === "strand";
  // What is created elsewhere is told by type: each name of it would be a line.
  if (isElsewhere && nameAfter.fate !== "changed") {
    return JSON.stringify([type, action, nameAfter.fate, place, recipient]);
  }
  const to = "to" in nameAfter && nameAfter.to;
  return JSON.stringify([type, action, name, nameAfter.fate, to, place?.after, recipient]);
}

/** What a loss means; of a subscription, whom it concerns. */
function consequenceOf({ type, action, recipient }: PlannedLoss): string | undefined {
  if (action === "forget" || action === "rename" || action === "strand") return undefined;
  const after = recipient?.after;
  const before = recipient?.before;
  if (after !== undefined) {
    const again = before === after ? " again" : "";
    return `${markdownCode(shortened(after, 120))} must confirm${again}`;
  }
  if (before !== undefined && action === "destroy") {
    return `${markdownCode(shortened(before, 120))} is not notified by it any more`;
  }
  return lossOf(type);
}

function row(losses: readonly [PlannedLoss, ...PlannedLoss[]]): string {
  const [first] = losses;
  const { action, address, plan, place } = first;
  const consequence = consequenceOf(first);
  const others = losses.length - 1;
  const which = `${markdownCode(shortened(address, 160))} in ${markdownText(shortened(plan, 80))}`;
  const subject = others === 0 ? `${which} is` : `${which} and ${numeral(others)} more like it are`;
  const where = place
    ? `, in ${markdownText(place.after)} instead of ${markdownText(place.before)}, where the old one is destroyed or left behind`
    : "";
  const isAll = new Set(losses.map(({ name }) => name)).size === 1;
  const what = `${words[action]}${where}${isAll || first.nameAfter.fate === "moved" ? nameText(first) : ""}`;
  return `- ${subject} ${what}${consequence ? ` — ${consequence}` : ""}`;
}

/** One line of Markdown per resources that go alike: those whose name goes or changes first. */
export function resourceRows(losses: readonly PlannedLoss[]): readonly string[] {
  const groups = groupBy(losses, alike);
  const breaks = (group: readonly PlannedLoss[]) => (group.some(breaksName) ? 0 : 1);
  return [...groups.values()].sort((a, b) => breaks(a) - breaks(b)).map(row);
}
