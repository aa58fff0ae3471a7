import type { StackDocument } from "../../src/coverage";
import { expected, reportOf, stacksOf } from "./small-organization";

type Block = Record<string, unknown>;
type Resources = Record<string, Record<string, Block>>;

const regions = ["eu-central-1", "us-east-1", "us-east-2"];

/** An account's stack with one provider and one block for all regions, as `region` allows. */
function withRegionArgument({ name, document }: StackDocument): StackDocument {
  if (!name.startsWith("signin-account-")) return { name, document };
  const resource = document["resource"] as Resources;
  const [provider] = (document["provider"] as { readonly aws: readonly Block[] }).aws;
  const alias = String(provider?.["alias"]);
  const forEach = `\${toset(${JSON.stringify(regions)})}`;
  const merged: Resources = {};
  for (const [type, blocks] of Object.entries(resource)) {
    const [id = ""] = Object.keys(blocks);
    const first = blocks[id] ?? {};
    merged[type] = type.startsWith("aws_iam")
      ? { [id]: { ...first, provider: `aws.${alias}` } }
      : { each: { ...inEachRegion(first), for_each: forEach, region: "${each.key}" } };
  }
  return {
    name,
    document: { ...document, provider: { aws: [provider] }, resource: merged, output: {} },
  };
}

function inEachRegion(block: Block): Block {
  const text = JSON.stringify(block)
    .replaceAll(/(aws_cloudwatch_event_rule|aws_sqs_queue)\.[\w-]+\./gu, "$1.each[each.key].")
    .replaceAll(/(arn:aws:(?:events|sqs):)eu-central-1(:\d+:(?:rule|signin))/gu, "$1${each.key}$2");
  return JSON.parse(text) as Block;
}

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
