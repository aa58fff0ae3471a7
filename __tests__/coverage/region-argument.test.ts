import type { StackDocument } from "../../src/coverage";
import { expected, reportOf, stacksOf } from "./small-organization";

type Block = Record<string, unknown>;
type Resources = Record<string, Record<string, Block>>;

const regions = ["eu-central-1", "us-east-1", "us-east-2"];

function isAccount({ name }: Pick<StackDocument, "name">): boolean {
  return name.startsWith("signin-account-");
}

/** An account's stack with one provider and one block for all regions, as `region` allows. */
function withRegionArgument({ name, document }: StackDocument): StackDocument {
  if (!isAccount({ name })) return { name, document };
  const resource = document["resource"] as Resources;
  const [provider] = (document["provider"] as { readonly aws: readonly Block[] }).aws;
  const alias = String(provider?.["alias"]);
  const forEach = `\${toset(${JSON.stringify(regions)})}`;
  const merged: Resources = {};
  for (const [type, blocks] of Object.entries(resource)) {
    const ofFirstRegion = Object.entries(blocks).filter(
      ([id]) => type.startsWith("aws_iam") || id.includes("_eu-central-1_"),
    );
    merged[type] = Object.fromEntries(
      ofFirstRegion.map(([id, block]): [string, Block] =>
        type.startsWith("aws_iam")
          ? [id, { ...block, provider: `aws.${alias}` }]
          : [id, { ...inEachRegion(block), for_each: forEach, region: "${each.key}" }],
      ),
    );
  }
  const kept = Object.entries(document).filter(([block]) => block !== "output");
  return {
    name,
    document: { ...Object.fromEntries(kept), provider: { aws: [provider] }, resource: merged },
  };
}

function inEachRegion(block: Block): Block {
  const text = JSON.stringify(block)
    .replaceAll(/((?:aws_cloudwatch_event_rule|aws_sqs_queue)\.[\w-]+)\./gu, "$1[each.key].")
    .replaceAll(/(arn:aws:(?:events|sqs):)eu-central-1(:\d+:(?:rule|signin))/gu, "$1${each.key}$2");
  return JSON.parse(text) as Block;
}

test("one block for all regions is a queue and, for forwarding and heartbeat, rule and target", () => {
  const account = stacksOf().map(withRegionArgument).find(isAccount);
  const resources = account?.document["resource"] as Resources;
  expect(
    Object.entries(resources).map(([type, blocks]) => [type, Object.keys(blocks).length]),
  ).toEqual([
    ["aws_cloudwatch_event_rule", 2],
    ["aws_cloudwatch_event_target", 2],
    ["aws_iam_role", 1],
    ["aws_iam_role_policy", 1],
    ["aws_sqs_queue", 1],
  ]);
});

test("one block for all regions gives the same coverage as a provider for each", () => {
  const report = reportOf(stacksOf().map(withRegionArgument));
  expect(report.findings).toEqual([]);
  expect(report.cells).toEqual(reportOf(stacksOf()).cells);
});

test("a region that the set leaves out is a gap", () => {
  const short = stacksOf().map((stack) => {
    const { name, document } = withRegionArgument(stack);
    const text = JSON.stringify(document).replaceAll(',\\"us-east-2\\"]', "]");
    return { name, document: JSON.parse(text) as StackDocument["document"] };
  });
  const gaps = reportOf(short).cells.filter(({ covered }) => !covered);
  expect(new Set(gaps.map(({ region }) => region))).toEqual(new Set(["us-east-2"]));
  expect(new Set(gaps.map(({ account }) => account)).size).toBe(expected.accounts.length);
});
