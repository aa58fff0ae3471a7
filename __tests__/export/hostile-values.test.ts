import { existsSync, readdirSync } from "node:fs";
import { exportHcl } from "../../src/export";
import { Folders } from "./folders";
import { expressions, refusals, texts, unreadable, values } from "./hostile-values";
import { differences, readBack } from "./read-back";

let folders: Folders;
beforeEach(() => {
  folders = new Folders();
});
afterEach(() => {
  folders.remove();
});

/** Exports a stack from the text of its document. */
function exported(document: string): { readonly from: string; readonly to: string } {
  const from = folders.generated({ s: {} }, { "stacks/s/cdk.tf.json": document });
  return { from, to: folders.at("infra") };
}

test.each(Object.entries({ ...texts, ...values, ...expressions }))(
  "another program reads from HCL what it was: %s",
  async (_, document) => {
    const { from, to } = exported(document);
    exportHcl(from, to);
    const hcl = Object.values(folders.contents(to)).join("\n");
    expect(differences(await readBack(hcl), JSON.parse(document))).toEqual([]);
  },
  60_000,
);

test.each(Object.entries(refusals))(
  "refuses what HCL would say otherwise, and writes nothing: %s",
  (_, [document, problem]) => {
    const { from, to } = exported(document);
    expect(() => exportHcl(from, to)).toThrow(problem);
    expect(readdirSync(folders.root)).toEqual(["cdktf.out"]);
  },
);

test.each(Object.entries(unreadable))(
  "refuses what cannot be read, and writes nothing: %s",
  (_, [document, problem]) => {
    const { from, to } = exported(document);
    expect(() => exportHcl(from, to)).toThrow(problem);
    expect(existsSync(to)).toBe(false);
  },
);
