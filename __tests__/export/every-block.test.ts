import { stackFiles } from "../../src/export/stack-files";
import { everyBlock } from "./every-block";
import { readBack } from "./read-back";

const problems: string[] = [];
const files = stackFiles({ name: "every-block", document: everyBlock }, (address) => (problem) => {
  problems.push(`${address}: ${problem}`);
});

test("every block of Terraform's own can be said in HCL, in the file where a reader looks for it", () => {
  expect(problems).toEqual([]);
  expect(Object.fromEntries(files)).toMatchSnapshot();
});

test("another program reads all of it", async () => {
  const read = await readBack([...files.values()].join("\n"));
  expect(Object.keys(read).sort()).toEqual(
    Object.keys(everyBlock)
      .filter((section) => section !== "//")
      .sort(),
  );
});
