import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeJudged, tell } from "./describe-judged";

/** A group of tests in a browser. */
export function describeInChromium(name: string, tests: (chromium: string) => void): void {
  describeJudged(name, ["chromium"], ({ chromium: { command } }) => {
    const start = performance.now();
    afterAll(() => {
      tell("chromium", name, (performance.now() - start) / 1000);
    });
    tests(command);
  });
}

/** The page as it is after its scripts ran, opened at an address such as `#account/region`. */
export function renderedPage(chromium: string, html: string, address = ""): string {
  const folder = mkdtempSync(join(tmpdir(), "coverage-page-"));
  try {
    const file = join(folder, "page.html");
    writeFileSync(file, html);
    const url = `${pathToFileURL(file).href}${address}`;
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${folder}/profile`,
    ];
    return execFileSync(chromium, [...flags, "--virtual-time-budget=2000", "--dump-dom", url], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * What a script finds out in the page: it runs after the page's own, past the policy that keeps
 * every other script out.
 */
export function askPage(chromium: string, html: string, script: string): unknown {
  const asking = `<script>document.body.dataset.answer = JSON.stringify((() => {${script}})());</script>`;
  const open = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace("</body>", () => `${asking}</body>`);
  const answer = /data-answer="([^"]*)"/.exec(renderedPage(chromium, open))?.[1];
  const json: unknown = JSON.parse(
    (answer ?? "null").replace(/&quot;/g, '"').replace(/&amp;/g, "&"),
  );
  return json;
}
