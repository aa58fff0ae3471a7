import type { CoverageReport, Stop } from "../../../src/coverage";
import type { Mutant } from "./mutant";

/** How the check met a mutant. */
export type Judgement = "named" | "noticed" | "survived";

/** Whether a report finds the mutant, and whether it names what is broken. */
export function judge(report: CoverageReport, mutant: Mutant): Judgement {
  const lost = report.cells.flatMap(({ covered, stop }) => (covered || !stop ? [] : [stop]));
  const found = [...lost, ...report.findings];
  const gaps = report.cells.some(({ covered }) => !covered);
  if (found.some((stop) => names(stop, mutant))) return "named";
  return gaps || found.length > 0 ? "noticed" : "survived";
}

function names({ resource, reason }: Stop, mutant: Mutant): boolean {
  const { stack, address, formerName, neighbours } = mutant;
  if (formerName !== undefined) {
    if (reason.endsWith(`:${formerName}`) || reason.includes(` alarm ${formerName} `)) return true;
  }
  if (resource?.stack !== stack && !reason.includes(stack)) return false;
  // A provider is no resource: the stack and the provider's name tell where to look.
  if (address.startsWith("aws.")) return true;
  return [address, ...neighbours].some(
    (each) => resource?.address === each || reason.includes(each),
  );
}
