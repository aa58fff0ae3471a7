import {
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { catalog } from "../../../src/catalog";
import { coverageOf } from "../../../src/coverage";
import type { SignInAlertsProps } from "../../../src/stacks";
import {
  everything,
  leastRegions,
  minimal,
  twoAccounts,
  watched,
} from "../../terraform/organizations";
import { describeJudged, timed } from "../describe-judged";
import { clientsOf } from "./by-hand";
import { findingsIn, LiveServer } from "./live-server";

const MANAGEMENT = "111111111111";
const region = "us-east-1";
const here = (service: string, name: string) =>
  `arn:aws:${service}:${region}:${MANAGEMENT}:${name}`;

/** One account that is everything, in one region: what Terraform applies in the least time. */
function inOneRegion(props: SignInAlertsProps): SignInAlertsProps {
  return {
    ...props,
    organization: minimal.organization,
    hub: { ...props.hub, account: MANAGEMENT, region },
    regions: [region],
    accounts: [{ id: MANAGEMENT, name: "everything", regions: [region] }],
    acceptMissingRegions: leastRegions.filter((each) => each !== region),
    regionStrategy: "provider-per-region",
  };
}

const drill = {
  trustedPrincipals: [`arn:aws:iam::${MANAGEMENT}:role/SignInAlertsDrill`],
  externalId: "drill-4b1d7c2e",
};

/** Applied in this order, each in the place of the one before. */
const configurations: Readonly<Record<string, SignInAlertsProps>> = {
  "one account that is everything": minimal,
  "every kind and option": {
    ...everything,
    trail: { type: "create", deletionProtection: false, logRetentionDays: 365 },
  },
  "watched principals, notes, routes with every kind of recipient, and mail in full": {
    ...twoAccounts,
    ...(watched.kinds && { kinds: watched.kinds }),
    ...(watched.watch && { watch: watched.watch }),
    message: "full",
    routes: [
      {
        name: "urgent",
        kinds: ["root-sign-in", "assume-root"],
        recipients: ["+491701234567", "https://alerts.example.com/in", "var.pagerduty"],
      },
      {
        name: "all",
        recipients: [
          "security@example.com",
          here("sqs", "alerts"),
          here("lambda", "function:alerts"),
        ],
      },
    ],
  },
  "the function that writes messages, few kinds, without what watches, and the role of drills": {
    ...minimal,
    formatter: true,
    drill,
    kinds: Object.fromEntries(
      catalog.map(({ name }) => [name, name.startsWith("root-") ? "on" : "off"] as const),
    ),
    heartbeat: { hours: 0 },
    hub: { ...minimal.hub, archiveDays: 0 },
  },
};

describeJudged(
  "what was applied",
  ["terraform", "provider", "server"],
  ({ provider, server: { python } }) => {
    let live: LiveServer;
    const environment = { ...process.env };
    const first = inOneRegion(minimal);

    beforeAll(async () => {
      live = await LiveServer.start("same", first, provider, python);
    }, 600_000);
    afterAll(async () => {
      await live.stop();
      process.env = environment;
    });

    test.each(Object.entries(configurations))(
      "has the same coverage in AWS as in its state, finding by finding: %s",
      async (name, props) => {
        if (props !== minimal) {
          await timed("server", `apply: ${name}`, () => live.apply(inOneRegion(props)));
        }
        live.proxy.intercept = () => undefined;
        const { report, aws } = await live.read();
        const lacking = new Set(aws.notKnown.map(({ permission }) => permission));
        // What the server has no API for.
        lacking.delete("logs:DescribeQueryDefinitions");
        lacking.delete("cloudwatch:ListAlarmMuteRules");
        expect([...lacking]).toEqual([]);
        const beside = findingsIn(report()).filter((each) => !each.startsWith("live-not-known"));
        expect(beside).toEqual(findingsIn(coverageOf(live.state, { expected: live.expected })));
      },
    );

    // Of the last configuration above.
    test("holds the role of drills, which trusts whom the configuration names and may do nothing", async () => {
      const { iam } = clientsOf(MANAGEMENT);
      const RoleName = "signin-alerts-drill";
      const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
      const trust = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
      expect(JSON.parse(trust)).toMatchObject({
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: { AWS: drill.trustedPrincipals },
            Condition: {
              StringEquals: {
                "aws:PrincipalOrgID": minimal.organization.id,
                "sts:ExternalId": drill.externalId,
              },
            },
          },
        ],
      });
      const inline = await iam.send(new ListRolePoliciesCommand({ RoleName }));
      const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
      expect([inline.PolicyNames, attached.AttachedPolicies ?? []]).toEqual([[], []]);
    });
  },
);
