import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { listIn, objectIn, type Json } from "../src/json/value";

/** A stack that cdktf wrote. */
export interface GeneratedStack {
  readonly name: string;
  /** Bytes of its file. */
  readonly bytes: number;
  /** Names of the stacks that it depends on. */
  readonly dependencies: readonly string[];
  readonly document: Json;
}

function readJson(file: string): Json {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  return objectIn(content);
}

/** Reads the stacks of a folder, in the order of its manifest. */
export function generatedStacks(folder: string): readonly GeneratedStack[] {
  const { stacks } = readJson(join(folder, "manifest.json"));
  return Object.entries(objectIn(stacks)).map(([name, stack]) => {
    const file = join(folder, String(objectIn(stack)["synthesizedStackPath"]));
    const dependencies = listIn(objectIn(stack)["dependencies"]).map(String);
    return { name, bytes: statSync(file).size, dependencies, document: readJson(file) };
  });
}

/** The Terraform of a stack without cdktf's comments, which name the paths of constructs. */
function withoutComments({ document }: GeneratedStack): string {
  return JSON.stringify(document, (key, value: unknown) => (key === "//" ? undefined : value));
}

/**
 * Makes sure that a contender did the same work: the same stacks with the same providers, resources
 * and attributes.
 * @throws Error that names the first stack that differs.
 */
export function assertSameTerraform(reference: string, folder: string): void {
  const texts = [reference, folder].map(
    (each) => new Map(generatedStacks(each).map((stack) => [stack.name, withoutComments(stack)])),
  );
  const [one, other] = texts;
  for (const name of new Set(texts.flatMap((each) => [...each.keys()]))) {
    if (one?.get(name) !== other?.get(name)) {
      throw new Error(`the contender generates another stack ${name}: the times mean nothing`);
    }
  }
}
