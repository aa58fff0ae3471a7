import { stackFiles } from "../../src/export/stack-files";
import { configurations } from "../others/real-provider/configurations";
import { distinctStacks } from "../others/real-provider/distinct-stacks";
import { synthesizedOnce } from "../terraform/synthesized-once";
import { differences, readBack } from "./read-back";

// Reading HCL takes a second for each 70 kB: in full where no developer waits for it.
const share = process.env["CI"] === "true" ? 1 : 3;
const some = configurations.filter((_, index) => index % share === 0);

const stacks = some.flatMap(([configuration, props]) =>
  synthesizedOnce(props).map((stack) => ({ ...stack, name: `${configuration}: ${stack.name}` })),
);

function exported({ name, configuration: document }: (typeof stacks)[number]) {
  const problems: string[] = [];
  const files = stackFiles({ name, document }, (address) => (problem) => {
    problems.push(`${name} ${address}: ${problem}`);
  });
  return { files, problems };
}

test("every stack can be said in HCL", () => {
  expect(stacks.flatMap((stack) => exported(stack).problems)).toEqual([]);
});

const read = distinctStacks(stacks).judged;

test.each(read.map((stack) => [stack.name, stack] as const))(
  "another program reads the values of %s from its HCL",
  async (_, stack) => {
    const hcl = [...exported(stack).files.values()].join("\n");
    const found = await readBack(hcl);
    expect(differences(found, merged(stack.configuration))).toEqual([]);
  },
  60_000,
);

/** As HCL has it: versions and backend in a block each. */
function merged({ terraform = {}, ...rest }: (typeof stacks)[number]["configuration"]): object {
  const { backend, cloud, ...versions } = terraform;
  const state = {
    ...(backend !== undefined && { backend }),
    ...(cloud !== undefined && { cloud }),
  };
  const blocks = [versions, state].filter((block) => Object.keys(block).length > 0);
  return { ...rest, terraform: blocks };
}
