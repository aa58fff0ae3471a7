import { findKind } from "../../../src/catalog";
import type { CoverageCell, CoverageReport } from "../../../src/coverage/coverage-report";
import type { Finding } from "../../../src/coverage";
import { topicsOf } from "../../../src/coverage/notified-topics";
import type { TraceResult } from "../../../src/coverage/trace-result";

/** An organization to report on; what is not said is covered. */
export interface SampleOrganization {
  readonly accounts: readonly { readonly id: string; readonly name?: string }[];
  readonly regions: readonly string[];
  readonly kinds: readonly string[];
  /** Why a cell is a gap, or undefined where it is covered. */
  readonly gap?: (account: string, region: string, kind: string) => Finding | undefined;
  readonly recipients?: readonly string[];
  readonly findings?: readonly Finding[];
  readonly notRouted?: CoverageReport["notRouted"];
  readonly switchedOff?: CoverageReport["switchedOff"];
  readonly assumptions?: CoverageReport["assumptions"];
}

export const busPolicyBlocker: Finding = {
  rule: "bus-policy-denies",
  resource: { stack: "signin-hub", address: "aws_cloudwatch_event_bus_policy.Policy_6C0E96B5" },
  detail: "no statement allows events:PutEvents",
};

/** Three accounts, two regions, three kinds, all covered. */
export const smallOrganization: SampleOrganization = {
  accounts: [
    { id: "111111111111", name: "management" },
    { id: "222222222222", name: "security-tooling" },
    { id: "444444444444", name: "payments-prod" },
  ],
  regions: ["eu-central-1", "us-east-1"],
  kinds: ["root-sign-in", "failed-sign-in", "federated-sign-in"],
};

function traceOf(recipients: readonly string[], cell: CoverageCell): TraceResult {
  const { account, region, kind, covered, blocker } = cell;
  const hop = {
    name: "forwarding rule",
    resource: {
      stack: `signin-account-${account}`,
      address: `aws_cloudwatch_event_rule.forward-${region}_1A2B3C4D`,
    },
    reason: `the pattern of ${region} matches`,
  };
  if (!covered) {
    const blockers = blocker ? [blocker] : [];
    const blockedPaths = blockers.map((each) => ({ hops: [hop], blocker: each }));
    return { deliveries: [], blockers, blockedPaths, findings: [] };
  }
  const severity = findKind(kind)?.severity;
  return {
    deliveries: [
      {
        kind,
        ...(severity && { severity }),
        topic: "arn:aws:sns:eu-central-1:222222222222:signin-alerts",
        recipients,
        text: `"${kind} in ${account}\n\nRegion: ${region}\n"`,
        hops: [hop, { name: "hub rule", reason: "the pattern of the kind matches" }],
      },
    ],
    blockers: [],
    findings: [],
  };
}

/** The report on an organization. */
export function sampleReport(organization: SampleOrganization): CoverageReport {
  const { accounts, regions, kinds, gap, findings = [] } = organization;
  const recipients = organization.recipients ?? ["email:security@example.com"];
  const cells = accounts.flatMap(({ id }) =>
    regions.flatMap((region) =>
      kinds.map((kind): CoverageCell => {
        const blocker = gap?.(id, region, kind);
        return { account: id, region, kind, covered: !blocker, ...(blocker && { blocker }) };
      }),
    ),
  );
  return {
    accounts,
    regions,
    kinds,
    cells,
    organization: "o-a1b2c3d4e5",
    routes: [],
    controls: [],
    heartbeats: [],
    ignored: [],
    drift: [],
    stackFiles: new Map(),
    leftOut: [],
    assumptions: organization.assumptions ?? [],
    notRouted: organization.notRouted ?? [],
    accepted: [],
    unusedAcceptances: [],
    switchedOff: organization.switchedOff ?? [],
    findings,
    notifiedOf: (cell) => topicsOf(traceOf(recipients, cell).deliveries),
    traceOf: (cell) => traceOf(recipients, cell),
  };
}
