import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inventoryOfStacks } from "../../../src/coverage";
import { StackConstants } from "../../../src/coverage/inventory/stack-constants";
import { writeFiles } from "../../others/real-provider/judged-outputs";
import {
  acceptedFiles,
  files,
  locals,
  refusedFiles,
} from "../../others/real-provider/refused-files";
import { temporaryFolder } from "../../terraform/synthesized-stacks";

const folder = temporaryFolder();
beforeAll(() => {
  writeFiles(folder, files);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const outcomeOf = (expression: string, document: object = {}) =>
  new StackConstants({ locals, ...document }, folder).outcome(`\${${expression}}`);

test.each(refusedFiles)("refuses %s, as Terraform does", (expression) => {
  expect(outcomeOf(expression)).toHaveProperty("refusal");
});

test.each(acceptedFiles)("takes %s, as Terraform does", (expression) => {
  expect(outcomeOf(expression)).not.toHaveProperty("refusal");
});

test("a file is not looked for outside of the folder, or where a data source may write it", () => {
  for (const path of ["../nope", "/nope/nope", "~/nope", "C:/nope"]) {
    expect(outcomeOf(`file("${path}")`)).toEqual({ value: undefined });
  }
  const data = { archive_file: { zip: { output_path: "nope" } } };
  expect(outcomeOf('file("nope")', { data })).toEqual({ value: undefined });
});

test("a file that the file system refuses to look at is not known", () => {
  symlinkSync("circle", join(folder, "circle"));
  for (const path of ["circle", "a".repeat(5000), "a/".repeat(3000), "circle/in/it"]) {
    expect(outcomeOf(`file("${path}")`)).toEqual({ value: undefined });
    expect(outcomeOf(`templatefile("${path}", {})`)).toEqual({ value: undefined });
  }
});

test("a stack that was not read from a folder has files that are not known", () => {
  const constants = new StackConstants({});
  expect(constants.outcome('${file("nope")}')).toEqual({ value: undefined });
});

test("a file that is missing is found in a stack of a folder", () => {
  const document = { output: { text: { value: '${file("nope")}' } } };
  const { problems } = inventoryOfStacks([{ name: "s", document, folder }]);
  expect(problems.map(({ detail }) => detail)).toEqual([
    "value: file(): the folder of the stack has no such file",
  ]);
});

test("a file is looked for each time, for it may have come since", () => {
  const document = { output: { text: { value: '${file("later")}' } } };
  const stacks = [{ name: "s", document, folder }];
  expect(inventoryOfStacks(stacks).problems).toHaveLength(1);
  writeFileSync(join(folder, "later"), "here");
  expect(inventoryOfStacks(stacks).problems).toEqual([]);
});
