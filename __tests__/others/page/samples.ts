import { coverageHtml, type CoverageReport } from "../../../src/coverage";
import { largeOrganization } from "../../coverage/report/large-organization";
import {
  busPolicyBlocker,
  sampleReport,
  smallOrganization,
} from "../../coverage/report/sample-report";

/** Two of three kinds do not arrive from one region of one account. */
const gapReport: CoverageReport = sampleReport({
  ...smallOrganization,
  gap: (account, region, kind) =>
    account === "444444444444" && region === "us-east-1" && kind !== "root-sign-in"
      ? busPolicyBlocker
      : undefined,
});

export const gapPage = coverageHtml(gapReport, { date: "2026-11-20" });

/** Everything that the page can say, said once. */
export const fullPage = coverageHtml(
  {
    ...gapReport,
    routes: [{ name: "security", topicArn: "arn:aws:sns:eu-central-1:222222222222:signin-alerts" }],
    controls: [
      { name: "root-usage", item: 3, securityHub: "CloudWatch.1", isInPlace: true },
      { name: "organization", item: 15, isInPlace: false },
    ],
    ignored: [
      {
        kinds: ["federated-sign-in"],
        principalArns: ["arn:aws:iam::444444444444:role/ci"],
        note: "the pipeline signs in",
      },
    ],
    notRouted: [
      {
        kinds: ["assume-root"],
        accounts: ["sandbox"],
        reason: "nobody works there",
        extent: "part",
      },
    ],
    switchedOff: ["region-opt-in"],
    findings: [{ rule: "trail-missing", detail: "the configuration creates one" }],
    accepted: [
      {
        finding: { rule: "stale-resource", detail: "an old rule" },
        reason: "goes with the next release",
        until: "2026-12-31",
      },
    ],
    drift: [
      {
        stack: "signin-hub",
        address: "aws_sns_topic.alerts",
        attributes: ["policy"],
        isGone: false,
        isRepaired: true,
      },
    ],
  },
  { date: "2026-11-20" },
);

/** As many characters as AWS lets the name of an account have. */
export const longestName = "payments-platform-development-eu-central-shared-01";

/** One account has a name as long as AWS allows. */
export const longNamePage = coverageHtml(
  sampleReport({
    ...smallOrganization,
    accounts: [...smallOrganization.accounts, { id: "555555555555", name: longestName }],
  }),
);

/** Accounts in regions of which some have a gap. */
export function largePage(accounts: number, regions: number): string {
  const gaps = (account: string, region: string) =>
    Number(account) % 11 === 3 && region === "xx-region-03";
  return coverageHtml(
    sampleReport({
      ...largeOrganization(accounts, regions),
      gap: (account, region) => (gaps(account, region) ? busPolicyBlocker : undefined),
    }),
  );
}
