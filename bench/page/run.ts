import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { parseArgs } from "node:util";
import { chromium, type Browser } from "playwright-core";
import { largeOrganization } from "../../__tests__/coverage/report/large-organization";
import { busPolicyBlocker, sampleReport } from "../../__tests__/coverage/report/sample-report";
import { coverageHtml } from "../../src/coverage";
import { findChromium } from "../../steps/judges/chromium";
import { table, writeBetween, type Column } from "../markdown";

const { values: options } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const sizes = [10, 100, 1000].flatMap((accounts) =>
  [17, 34].map((regions) => ({ accounts, regions })),
);
const rounds = 5;

/** What a reader waits for, in milliseconds. */
interface Waits {
  /** From the address to a page that is drawn and answers. */
  readonly open: number;
  /** From a word in the search to the map of it. */
  readonly search: number;
  /** From a click to the trace. */
  readonly trace: number;
}

/** A size, and what was measured of it. */
interface Measured {
  readonly accounts: number;
  readonly regions: number;
  readonly bytes: number;
  /** Bytes as a server sends them. */
  readonly packed: number;
  readonly waits: readonly Waits[];
}

/** A page of made-up traces; one region in ten of one account in ten has gaps. */
function page(accounts: number, regions: number): string {
  const isOpen = (account: string, region: string) =>
    Number(account) % 10 === 0 && region.endsWith("3");
  return coverageHtml(
    sampleReport({
      ...largeOrganization(accounts, regions),
      gap: (account, region) => (isOpen(account, region) ? busPolicyBlocker : undefined),
    }),
  );
}

const inPage = `(async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await drawn();
  const open = performance.now();
  const timed = async (act) => { const start = performance.now(); act(); await drawn(); return performance.now() - start; };
  const search = document.querySelector("#search");
  const find = (words) => () => { search.value = words; search.dispatchEvent(new Event("input")); };
  const searched = await timed(find("account-9"));
  await timed(find(""));
  const trace = await timed(() => document.querySelector('#map [role="gridcell"]').click());
  return { open, search: searched, trace };
})()`;

async function waits(browser: Browser, address: string): Promise<Waits> {
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await tab.goto(address);
  const found = await tab.evaluate<Waits>(inPage);
  await tab.close();
  return found;
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0);
}

const columns: readonly Column<Measured>[] = [
  ["accounts", ({ accounts }) => accounts.toLocaleString("en")],
  ["regions", ({ regions }) => String(regions)],
  ["kB", ({ bytes }) => (bytes / 1000).toFixed(0)],
  ["kB, gzip", ({ packed }) => (packed / 1000).toFixed(0)],
  ["open: ms", ({ waits: all }) => median(all.map(({ open }) => open))],
  ["search: ms", ({ waits: all }) => median(all.map(({ search }) => search))],
  ["trace: ms", ({ waits: all }) => median(all.map(({ trace }) => trace))],
];

async function main(): Promise<void> {
  const found = findChromium();
  if ("missing" in found) throw new Error(found.missing);
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-bench-"));
  const browser = await chromium.launch({
    executablePath: found.command,
    args: ["--no-sandbox"],
  });
  const results: Measured[] = [];
  for (const { accounts, regions } of sizes) {
    const html = page(accounts, regions);
    const file = join(folder, "page.html");
    writeFileSync(file, html);
    const all: Waits[] = [];
    for (let i = 0; i < rounds; i++) all.push(await waits(browser, pathToFileURL(file).href));
    const bytes = Buffer.byteLength(html);
    results.push({ accounts, regions, bytes, packed: gzipSync(html).length, waits: all });
    console.error(`${accounts} accounts in ${regions} regions are measured`);
  }
  await browser.close();
  rmSync(folder, { recursive: true });
  const text = [
    `Measured with Chromium ${found.version.split(".")[0] ?? ""}, ${cpus().length} cores, a load of ${loadavg()[0]?.toFixed(1) ?? "?"} in the last minute; the median of ${rounds} times.`,
    table(results, columns),
  ].join("\n\n");
  console.log(text);
  if (options.write) await writeBetween(join(__dirname, "../../docs/scale.md"), "page", text);
}

void main();
