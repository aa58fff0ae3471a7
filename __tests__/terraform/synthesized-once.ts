import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SignInAlerts, type SignInAlertsProps } from "../../src/stacks";
import { runFolder } from "../run-folder";
import { synthesizedStacks, type SynthesizedStack } from "./synthesized-stacks";

/** An organization's stacks, synthesized by the first test file of a run that asks for them. */
export function synthesizedOnce(props: SignInAlertsProps): readonly SynthesizedStack[] {
  const name = createHash("sha256").update(JSON.stringify(props)).digest("hex");
  const file = join(runFolder(), `${name}.json`);
  if (!existsSync(file)) writeWhole(file, JSON.stringify(synthesized(props)));
  // Edge: written above, by this test file or another one.
  const stacks = JSON.parse(readFileSync(file, "utf8")) as readonly Kept[];
  return stacks.map(({ assets, ...stack }) => ({
    ...stack,
    assets: new Map(assets.map(([path, content]) => [path, Buffer.from(content, "base64")])),
  }));
}

interface Kept extends Omit<SynthesizedStack, "assets"> {
  /** A path each, and the content in base64. */
  readonly assets: readonly (readonly [string, string])[];
}

function synthesized(props: SignInAlertsProps): readonly Kept[] {
  const stacks = synthesizedStacks((app) => {
    new SignInAlerts(app, "signin-alerts", props);
  });
  return stacks.map((stack) => ({
    ...stack,
    assets: [...(stack.assets ?? [])].map(([path, content]) => [path, content.toString("base64")]),
  }));
}

/** Other test files see all of it or nothing. */
function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}
