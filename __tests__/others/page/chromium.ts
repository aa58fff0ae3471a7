import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { describeJudged, tell } from "../describe-judged";

/** How a page is looked at; a desk by day where nothing is said. */
export interface Look {
  /** What follows the address of the page, such as `#111111111111/us-east-1`. */
  readonly address?: string;
  readonly width?: number;
  readonly scheme?: "light" | "dark";
}

/** Opens pages in one browser. */
export class PageReader {
  #folder: string | undefined;
  readonly #executablePath: string;
  #browser: Browser | undefined;
  /** What went wrong in the pages so far: errors of scripts, and what the policy of a page refused. */
  public readonly problems: string[] = [];
  #pages = 0;

  constructor(executablePath: string) {
    this.#executablePath = executablePath;
  }

  /** The page, after its script ran. */
  public async open(html: string, look: Look = {}): Promise<Page> {
    const { address = "", width = 1440, scheme = "light" } = look;
    this.#folder ??= mkdtempSync(join(tmpdir(), "coverage-page-"));
    const file = join(this.#folder, `${String(this.#pages++)}.html`);
    writeFileSync(file, html);
    // Not before a test asks for it: where none of a group runs, nothing closes it.
    this.#browser ??= await chromium.launch({
      executablePath: this.#executablePath,
      args: ["--no-sandbox"],
    });
    const page = await this.#browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: scheme,
    });
    page.on("pageerror", ({ message }) => this.problems.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(message.text());
    });
    await page.goto(`${pathToFileURL(file).href}${address}`);
    return page;
  }

  public async close(): Promise<void> {
    await this.#browser?.close();
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A group of tests in a browser, in whose pages nothing goes wrong. */
export function describeInChromium(name: string, tests: (reader: PageReader) => void): void {
  describeJudged(name, ["chromium"], ({ chromium: { command } }) => {
    const start = performance.now();
    const reader = new PageReader(command);
    tests(reader);
    afterEach(() => {
      expect(reader.problems.splice(0)).toEqual([]);
    });
    afterAll(async () => {
      await reader.close();
      tell("chromium", name, (performance.now() - start) / 1000);
    });
  });
}
