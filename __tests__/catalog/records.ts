import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EventEnvelope } from "../../src/catalog";

const folder = join(__dirname, "../events");

/** An event that was recorded, under the name of its file. */
export interface Recorded {
  readonly name: string;
  readonly event: EventEnvelope;
}

function read(subfolder: string): readonly Recorded[] {
  const path = join(folder, subfolder);
  return readdirSync(path)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      name: file.replace(".json", ""),
      event: JSON.parse(readFileSync(join(path, file), "utf8")) as EventEnvelope,
    }));
}

/** Sign-in events, each of which some kind must announce. */
export const signInRecords = read(".");

/** Events that look like sign-ins to a careless pattern, or that are none of our business. */
export const otherRecords = read("must-not-match");
