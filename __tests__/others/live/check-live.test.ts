import { join } from "node:path";
import { MotoServer } from "../../../steps/judges/server";
import { placeSample, samplesOf } from "../../../src/catalog";
import { patternTestsOf } from "../../../src/coverage/documents/pattern-tests";
import { policyDocumentsOf } from "../../../src/coverage/documents/policy-documents";
import { inventoryOfStacks } from "../../../src/coverage";
import { openAws, testPatterns, validatePolicies } from "../../../src/live";
import { resolve } from "../../../src/plan";
import { HUB, HUB_REGION, organizationWith, stacksOf } from "../../coverage/small-organization";
import { runFolder } from "../../run-folder";
import { describeJudged } from "../describe-judged";
import { Proxy, type Intercept } from "./proxy";

describeJudged("a server that is asked about documents", ["server"], ({ server: { python } }) => {
  const environment = { ...process.env };
  let server: MotoServer;
  let proxy: Proxy;

  beforeAll(async () => {
    const log = join(runFolder(), "moto-check-live.log");
    server = await MotoServer.start({ python, accounts: [HUB], log });
    proxy = await Proxy.start(server.url);
    Object.assign(process.env, server.environment, {
      AWS_ENDPOINT_URL: proxy.url,
      AWS_MAX_ATTEMPTS: "1",
    });
  }, 120_000);
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
    process.env = environment;
  });

  async function asked(intercept: Intercept) {
    proxy.intercept = intercept;
    const samples = resolve(organizationWith({})).kinds.flatMap((kind) =>
      samplesOf(kind).map((sample) => ({
        kind: kind.name,
        event: placeSample(sample, { account: HUB, region: HUB_REGION }),
      })),
    );
    const inventory = inventoryOfStacks(stacksOf());
    const aws = await openAws({
      region: HUB_REGION,
      partition: "aws",
      roleArn: () => undefined,
    });
    const place = { account: aws.identity.account, region: HUB_REGION };
    const problems = await aws.at(place, async (here) => [
      ...(await testPatterns(here, patternTestsOf(inventory, samples))),
      ...(await validatePolicies(here, policyDocumentsOf(inventory).policies)),
    ]);
    return { problems, lacking: new Set(aws.notKnown.map(({ permission }) => permission)) };
  }

  test("and knows neither call has nothing concluded from it", async () => {
    const { problems, lacking } = await asked(() => undefined);
    expect(problems).toEqual([]);
    expect(lacking).toEqual(new Set(["access-analyzer:ValidatePolicy", "events:TestEventPattern"]));
  });

  // As AWS answers: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
  test("and matches nothing is believed", async () => {
    const { problems, lacking } = await asked(({ operation }) =>
      operation === "TestEventPattern" ? { body: JSON.stringify({ Result: false }) } : undefined,
    );
    expect(problems.length).toBeGreaterThan(20);
    expect(lacking).toEqual(new Set(["access-analyzer:ValidatePolicy"]));
  });
});
