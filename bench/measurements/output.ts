import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { stackFiles } from "../template/generated-stacks";
import { listOf, objectOf, type JsonObject } from "../template/json";

/** What was generated, by size. */
export interface OutputFacts {
  /** Bytes of Terraform of all stacks. */
  readonly bytes: number;
  /** Bytes of the stack of one account; with a stack set, of the management account's. */
  readonly bytesPerAccountStack: number;
  /** Configurations of the AWS provider in the stack of one account. */
  readonly providersPerAccountStack: number;
  readonly resourcesPerAccountStack: number;
}

function readDocument(file: string): JsonObject {
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  return objectOf(document);
}

function resourcesIn({ resource }: JsonObject): number {
  return Object.values(objectOf(resource)).flatMap((ofType) => Object.keys(objectOf(ofType)))
    .length;
}

/** Looks at the stacks of a folder. */
export function outputFacts(folder: string, accounts: readonly string[]): OutputFacts {
  const files = stackFiles(folder);
  const ids = new Set(accounts);
  const ofAccounts = [...files].filter(([name]) => ids.has(name.slice(-12)));
  const bytesOf = (counted: readonly (readonly [string, string])[]): number =>
    counted.reduce((sum, [, file]) => sum + statSync(join(folder, file)).size, 0);
  const sample = ofAccounts.at(-1);
  const document = sample ? readDocument(join(folder, sample[1])) : {};
  return {
    bytes: bytesOf([...files]),
    bytesPerAccountStack: bytesOf(ofAccounts) / ofAccounts.length,
    providersPerAccountStack: listOf(objectOf(document["provider"])["aws"]).length,
    resourcesPerAccountStack: resourcesIn(document),
  };
}

/** The Terraform of a stack without cdktf's comments, which name the paths of constructs. */
function withoutComments(file: string): string {
  const text = readFileSync(file, "utf8");
  return JSON.stringify(
    JSON.parse(text, (key, value: unknown) => (key === "//" ? undefined : value)),
  );
}

/**
 * Makes sure that a contender did the same work: the same stacks with the same providers, resources
 * and attributes.
 *
 * @throws Error that names the first stack that differs.
 */
export function assertSameTerraform(reference: string, folder: string): void {
  const files = stackFiles(reference);
  const others = stackFiles(folder);
  for (const name of new Set([...files.keys(), ...others.keys()])) {
    const [one, other] = [files.get(name), others.get(name)];
    if (
      one === undefined ||
      other === undefined ||
      withoutComments(join(reference, one)) !== withoutComments(join(folder, other))
    ) {
      throw new Error(`the contender generates another stack ${name}: the times say nothing`);
    }
  }
}
