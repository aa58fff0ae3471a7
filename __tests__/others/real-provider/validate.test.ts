import { ServingProvider } from "../../../steps/judges/serving-provider";
import { organizationOf } from "../../terraform/organizations";
import {
  synthesizedStacks,
  typesIn,
  type SynthesizedStack,
} from "../../terraform/synthesized-stacks";
import { describeJudged, tellNot, timed } from "../describe-judged";
import { applied, configurations, validated } from "./configurations";
import { distinctStacks } from "./distinct-stacks";
import { isNotStored } from "./real-terraform";
import { knownPart } from "./unknown-arguments";
import { validatedTogether, type Said } from "./validated-together";

const all = validated.flatMap(([app, source]) =>
  synthesizedStacks(source).map((stack) => ({
    ...stack,
    name: `${app}: ${stack.name}`,
    dependencies: [],
  })),
);

/** What has to be there before Terraform reads it. */
const given = new Set(["data.aws_ssm_parameter"]);

test("what is applied has every type, but those that moto does not store", () => {
  const stacks = Object.values(applied).flatMap((props) =>
    synthesizedStacks(organizationOf(props)),
  );
  const types = new Set(typesIn(stacks));
  const missing = typesIn(all).filter((type) => !types.has(type));
  for (const type of missing) {
    const reason = given.has(type) ? "nobody has put it there" : "moto does not store it";
    tellNot("server", `apply: ${type}`, reason);
  }
  if (process.env["EVERY_CONFIGURATION"] !== "1")
    tellNot("server", `apply: all ${configurations.length}`, "EVERY_CONFIGURATION=1 is not set");
  expect(missing.filter((type) => !isNotStored(type) && !given.has(type))).toEqual([]);
});

describeJudged("the real provider's validate", ["terraform", "provider"], ({ provider }) => {
  const { judged, alike } = distinctStacks(all);
  const what = `validate: ${judged.length} stacks of ${validated.length} configurations`;

  const known = judged.map((stack) => knownPart([stack], provider.version));
  const stacks = known.flatMap((each) => each.stacks);
  let serving: ServingProvider;
  let said: Said;
  const saidOf = (some: readonly SynthesizedStack[]) =>
    timed("provider", what, () => validatedTogether(some, serving));

  beforeAll(async () => {
    const reason = "like one that is validated but for regions, ids and numbers";
    tellNot("provider", `validate: ${alike} stacks more`, reason);
    for (const argument of known.flatMap(({ unknown }) => unknown))
      tellNot("provider", argument, `version ${provider.version} does not have it`);
    serving = await ServingProvider.start(provider);
    said = await saidOf(stacks);
  });
  afterAll(() => serving.stop());

  test.each(judged.map(({ name }, at) => [name, at] as const))(
    "has nothing to say of %s",
    (_, at) => {
      expect(said[at]).toEqual([]);
    },
  );

  test("refuses what is taken away as it cannot know it, and nothing else: of that stack alone", async () => {
    const unknown = (stack: SynthesizedStack) => knownPart([stack], provider.version).unknown;
    const stack = all.find((each) => unknown(each).length > 0);
    // A provider that knows them all has nothing taken away.
    if (stack === undefined) return;
    const [refusals = [], ...others] = await saidOf([stack, ...stacks.slice(0, 2)]);
    expect(others).toEqual([[], []]);
    const refused = refusals.map(({ detail, snippet }) => {
      const [section, type = ""] = (snippet?.context ?? "").split(".");
      return `${/"(\w+)"/.exec(detail)?.[1] ?? detail} of ${section === "data" ? "data." : ""}${type}`;
    });
    // What depends on a refused resource is not judged.
    expect(refused.length).toBeGreaterThan(0);
    expect(unknown(stack)).toEqual(expect.arrayContaining(refused));
  });
});
