import { spawnSync } from "node:child_process";
import { onPath } from "../../__tests__/terraform/on-path";

/** The browser that looks at the page: what starts it, or why it is missing. */
export type Chromium =
  { readonly command: string; readonly version: string } | { readonly missing: string };

/** Chromium, or what is built of it, on the PATH. */
export function findChromium(): Chromium {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const command = onPath(names);
  if (command === undefined) return { missing: "no Chromium on the PATH" };
  const { stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
  return { command, version: /\d[\d.]*/.exec(stdout)?.[0] ?? "unknown" };
}
