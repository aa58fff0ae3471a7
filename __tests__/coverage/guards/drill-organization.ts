import type { Finding } from "../../../src/coverage";
import { expectationsOf, resolve } from "../../../src/plan";
import { after, foundIn, type Change } from "../every-rule/raise";
import { HUB, organizationWith, stacksOf } from "../small-organization";

/** Who starts drills. */
export const PRINCIPAL = `arn:aws:iam::${HUB}:role/security/drills`;
const drill = { trustedPrincipals: [PRINCIPAL], externalId: "drill-4b1d7c2e" };
/** The small organization with roles of drills. */
export const withDrills = stacksOf({ drill });
const want = expectationsOf(resolve(organizationWith({ drill })));

/** What is found in stacks that should have roles of drills. */
export function foundWithDrills(stacks = withDrills): readonly Finding[] {
  return foundIn(stacks, want);
}

/** The stacks with every role of drills changed. */
export function drillRoles(change: Change) {
  return after("aws_iam_role", /drill/, change, withDrills);
}

interface Statement {
  Principal: unknown;
  Condition?: Record<string, Record<string, unknown>>;
  [name: string]: unknown;
}

/** The trust policy of every role of drills, its statement changed. */
export function trusting(change: (statement: Statement) => unknown): Change {
  return (body) => {
    const { Version, Statement } = JSON.parse(String(body["assume_role_policy"])) as {
      Version: string;
      Statement: Statement | Statement[];
    };
    const [first] = [Statement].flat() as [Statement];
    return {
      ...body,
      assume_role_policy: JSON.stringify({ Version, Statement: [change(first)].flat() }),
    };
  };
}

/** A trust policy with another principal. */
export const principal = (Principal: unknown): Change =>
  trusting((statement) => ({ ...statement, Principal }));
