import type { Problem, ProblemPath } from "../../config/problem";
import type { Checked } from "./checked";

/** Recipients as they are written, with holes where one has a problem of its own. */
type WrittenRecipients = readonly (string | undefined)[];

/** The problems of each list of recipients: of all alerts, of each route, and of operations. */
export function inRecipients(
  draft: Checked["draft"],
  check: (path: ProblemPath, recipients: WrittenRecipients) => readonly Problem[],
): readonly Problem[] {
  const { recipients = [], routes = [], operations } = draft;
  return [
    ...check(["recipients"], recipients),
    ...routes.flatMap((route, i) => check(["routes", i, "recipients"], route?.recipients ?? [])),
    ...check(["operations", "recipients"], operations?.recipients ?? []),
  ];
}
