import { coverageOf } from "../../../src/coverage";
import { isCovered } from "../../../src/coverage/report";
import type { SignInAlertsProps } from "../../../src/stacks";
import { leastRegions, small } from "../../terraform/organizations";
import { describeJudged, tell, timed } from "../describe-judged";
import { alteredOrganization } from "./altered/altered-organization";
import { alteredPolicies } from "./altered/altered-policies";
import { alteredRecipients } from "./altered/altered-recipients";
import { alteredRules } from "./altered/altered-rules";
import { alteredTrail } from "./altered/altered-trail";
import { bus, make } from "./by-hand";
import { changedFirstHops } from "./changed-first-hops";
import { changedOrganization } from "./changed-organization";
import { changedPath } from "./changed-path";
import { changedSettings } from "./changed-settings";
import { changedSource } from "./changed-source";
import { changedWatch } from "./changed-watch";
import { faults } from "./faults";
import { findingsIn, LiveServer } from "./live-server";
import type { AwsRequest, ProxyAnswer } from "./proxy";
import { muteRule } from "./what-moto-lacks";

/**
 * An answer of S3 that names no region is that of its first region, in which the bucket of this test is: what
 * is empty or no answer of S3 cannot be told from it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
 */
const saidBySilence: Readonly<Record<string, readonly string[]>> = {
  "wrong, a page of HTML": ["GetBucketLocation"],
  empty: ["GetBucketLocation"],
  "of another shape": ["GetBucketLocation"],
};

/** What the SDK waits for, or after, before a client gives an answer: the same for all operations of a service. */
const slow: ReadonlySet<string> = new Set(["late", "throttled"]);

/** How long such an answer is waited for, in milliseconds. */
const PATIENCE = 1000;

/** One operation of each service, such as `iam:GetRole`. */
function oneOfEach(permissions: readonly string[]): readonly string[] {
  const service = (permission: string) => permission.split(":")[0];
  return permissions.filter(
    (each, at) => permissions.findIndex((other) => service(other) === service(each)) === at,
  );
}

/** Two accounts, one region, a provider for it: what Terraform applies in the least time. */
const props: SignInAlertsProps = {
  ...small,
  regions: ["us-east-1"],
  hub: { ...small.hub, region: "us-east-1" },
  acceptMissingRegions: leastRegions.filter((region) => region !== "us-east-1"),
  regionStrategy: "provider-per-region",
};

describeJudged(
  "a live organization",
  ["terraform", "provider", "server"],
  ({ provider, server: { python } }) => {
    let live: LiveServer;
    const environment = { ...process.env };
    /** What was found before a change. */
    let before: ReadonlySet<string> = new Set();

    /** What AWS answers, and the server where it does. */
    const answered = async (
      request: AwsRequest,
      said: () => Promise<ProxyAnswer>,
    ): Promise<ProxyAnswer> => (await live.lacking(request, said)) ?? (await said());

    beforeAll(async () => {
      live = await timed("server", "apply, to be read", () =>
        LiveServer.start("answers", props, provider, python),
      );
    }, 600_000);
    afterAll(async () => {
      await live.stop();
      process.env = environment;
    });

    test("has the coverage of the state that Terraform keeps of it", async () => {
      live.proxy.intercept = () => undefined;
      const { report, aws } = await live.read();
      const lacking = aws.notKnown.map(({ permission }) => permission);
      expect(new Set(lacking)).toEqual(
        new Set(["logs:DescribeQueryDefinitions", "cloudwatch:ListAlarmMuteRules"]),
      );
      const beside = findingsIn(report()).filter((each) => !each.startsWith("live-not-known"));
      expect(beside).toEqual(findingsIn(coverageOf(live.state, { expected: live.expected })));
    });

    test("is covered where it answers all that AWS does", async () => {
      live.proxy.intercept = live.lacking;
      live.proxy.isRecorded = true;
      const { report, aws } = await live.read();
      expect(findingsIn(report())).toEqual([]);
      expect(isCovered(report())).toBe(true);
      expect(aws.notKnown).toEqual([]);
      expect(aws.calls.get("cloudwatch:GetAlarmMuteRule")).toBeGreaterThan(0);
      tell("server", `live: ${[...aws.calls.values()].reduce((a, b) => a + b, 0)} calls`, 0);
    });

    test.each(Object.keys(faults))(
      "is never called covered where an answer is %s, whichever it is",
      async (name) => {
        const { aws } = await live.read();
        const permissions = [...aws.calls.keys(), "sts:AssumeRole"];
        const operations = (slow.has(name) ? oneOfEach(permissions) : permissions).map(
          (permission) => permission.split(":")[1] ?? "",
        );
        const covered: string[] = [];
        for (const operation of operations) {
          let times = 0;
          live.proxy.intercept = (request, said) => {
            if (request.operation !== operation) return live.lacking(request, said);
            times += 1;
            // One is enough where the SDK waits.
            if (slow.has(name) && times > 1) return live.lacking(request, said);
            return faults[name]?.(request, () => answered(request, said));
          };
          const { inventory, report } = await live.read(name === "late" ? PATIENCE : 30_000);
          if (times === 0) covered.push(`${operation} was not asked`);
          // Whatever is wrong already is in every report.
          if (inventory.problems.length === 0 && isCovered(report())) covered.push(operation);
        }
        live.proxy.intercept = live.lacking;
        expect(covered).toEqual(saidBySilence[name] ?? []);
      },
      300_000,
    );

    test("is never called covered where a single answer is no answer, whichever it is", async () => {
      const kinds = Object.keys(faults).filter((name) => !slow.has(name));
      const covered: string[] = [];
      let isOver = false;
      for (let at = 0; !isOver; at += 1) {
        let number = 0;
        let asked = "";
        const name = kinds[at % kinds.length] ?? "";
        live.proxy.intercept = (request, said) => {
          // Without it nothing is begun.
          if (request.operation === "GetCallerIdentity" || number++ !== at) {
            return live.lacking(request, said);
          }
          asked = request.operation;
          return faults[name]?.(request, () => answered(request, said));
        };
        const { inventory, report } = await live.read();
        isOver = asked === "";
        if (isOver || inventory.problems.length > 0 || !isCovered(report())) continue;
        if (!saidBySilence[name]?.includes(asked)) covered.push(`${asked}, ${name}`);
      }
      live.proxy.intercept = live.lacking;
      expect(covered).toEqual([]);
    }, 300_000);

    test("finds an alarm that a mute rule mutes", async () => {
      const alarm = `${bus}-hub-lost`;
      live.proxy.intercept = (request, said) =>
        request.operation === "GetAlarmMuteRule"
          ? muteRule(request.account, alarm)
          : live.lacking(request, said);
      const { report } = await live.read();
      live.proxy.intercept = live.lacking;
      const found = findingsIn(report());
      expect(found.filter((each) => !before.has(each))).toEqual([
        "alarm-muted: by the rule deploy-window",
      ]);
    });

    test.each([
      ...alteredRules,
      ...alteredPolicies,
      ...alteredOrganization,
      ...alteredRecipients,
      ...alteredTrail,
    ])("says what AWS says: $what", async ({ rule, operation, account, holds = "", alter }) => {
      let isAltered = false;
      live.proxy.intercept = async (request, said) => {
        const answer = await answered(request, said);
        if (request.operation !== operation || request.account !== account) return answer;
        if (!`${request.sent} ${answer.body}`.includes(holds)) return answer;
        const body = alter(answer.body);
        isAltered ||= body !== answer.body;
        return { ...answer, body };
      };
      const { report } = await live.read();
      live.proxy.intercept = live.lacking;
      const found = findingsIn(report());
      expect(isAltered).toBe(true);
      expect(found.filter((each) => rule === "" || each.includes(rule)).length > 0).toBe(
        rule !== "",
      );
    });

    test.each([
      ...changedSettings,
      ...changedPath,
      ...changedWatch,
      ...changedOrganization,
      ...changedFirstHops,
      ...changedSource,
    ])("finds what is changed by hand: $what", async (change) => {
      await make(change);
      const { report } = await live.read();
      const found = findingsIn(report());
      const fresh = found.filter((each) => !before.has(each));
      before = new Set(found);
      expect(fresh.filter((each) => each.includes(change.rule))).not.toEqual([]);
    });
  },
);
