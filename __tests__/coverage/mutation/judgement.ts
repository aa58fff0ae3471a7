import { type CoverageReport, type Finding } from "../../../src/coverage";
import type { Mutant } from "./mutant";

/** How the check met a mutant. */
export type Judgement = "named" | "noticed" | "survived";

/** Whether a report finds the mutant, and whether it names what is broken. */
export function judge(report: CoverageReport, mutant: Mutant): Judgement {
  const lost = report.cells.flatMap(({ covered, blocker }) =>
    covered || !blocker ? [] : [blocker],
  );
  const found = [...lost, ...report.findings];
  const gaps = report.cells.some(({ covered }) => !covered);
  if (found.some((finding) => names(finding, mutant))) return "named";
  return gaps || found.length > 0 ? "noticed" : "survived";
}

function names({ rule, resource, detail }: Finding, mutant: Mutant): boolean {
  const { stack, address, formerName, neighbours } = mutant;
  if (formerName !== undefined) {
    const isMissing =
      (rule === "guard-missing" && detail.startsWith(`the alarm ${formerName} `)) ||
      (rule === "dashboard-differs" && detail === `${formerName} does not exist`) ||
      (rule === "bus-logs-denied" && detail.includes(`:delivery-source:${formerName}`)) ||
      (rule === "archive-missing" && detail.endsWith(`:archive/${formerName}`));
    if (isMissing || detail.endsWith(`:${formerName}`)) return true;
  }
  if (resource?.stack !== stack && !detail.includes(stack)) return false;
  // A provider is no resource: the stack and the provider's name tell where to look.
  if (address.startsWith("aws.")) return true;
  // What a stack set makes begins with its address.
  const isOf = (each: string): boolean =>
    resource?.address === each || (resource?.address.startsWith(`${each}[`) ?? false);
  return [address, ...neighbours].some((each) => isOf(each) || detail.includes(each));
}
