import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { findChromium } from "../../steps/judges/chromium";
import { formatted } from "../formatted";
import { chatFrame, commentFrame, mailFrame, terminalFrame } from "./frames";
import { fingerprint, pictures, type Picture } from "./pictures";

/** What is shown, in which size, and what of it is in the picture. */
interface Scene {
  readonly html: string;
  readonly width?: number;
  readonly height?: number;
  readonly address?: string;
  /** What is in the picture. @default - all that is in sight */
  readonly part?: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const gap = "#555555555555/eu-north-1";

async function markdown(text: string): Promise<string> {
  const { marked } = await import("marked");
  return marked.parse(text);
}

async function sceneOf({ frame, source }: Picture): Promise<Scene> {
  switch (frame) {
    case "map":
      return { html: source, width: 1200, part: "#coverage" };
    case "page":
      return { html: source, width: 1440, height: 780, address: gap };
    case "phone":
      return { html: source, width: 390, height: 760, address: gap };
    case "mail":
      return { html: mailFrame(source), part: "main" };
    case "chat": {
      const [title = "", ...rest] = source.split("\n");
      return { html: chatFrame(title, await markdown(rest.join("\n"))), part: "main" };
    }
    case "comment":
      return { html: commentFrame(await markdown(source)), part: "main" };
    case "terminal":
      return { html: terminalFrame("signin-alerts coverage", source), part: "main" };
  }
}

async function opened(browser: Browser, scene: Scene): Promise<Page> {
  const { html, width = 1000, height = 800, address } = scene;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
  await page.setContent(html);
  if (address !== undefined) await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
  // Until what is drawn after a scroll is drawn.
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
  );
  return page;
}

/** Some room around what is shown. */
function withMargin({ x, y, width, height }: Box): Box {
  const margin = 12;
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

async function draw(): Promise<void> {
  const found = findChromium();
  if ("missing" in found) throw new Error(found.missing);
  const browser = await chromium.launch({
    executablePath: found.command,
    args: ["--no-sandbox"],
  });
  const sources: Record<string, string> = {};
  for (const picture of pictures()) {
    const scene = await sceneOf(picture);
    const page = await opened(browser, scene);
    const path = join(__dirname, picture.file);
    const box = scene.part === undefined ? null : await page.locator(scene.part).boundingBox();
    await page.screenshot({ path, fullPage: box !== null, ...(box && { clip: withMargin(box) }) });
    await page.close();
    sources[picture.file] = fingerprint(picture);
    console.log(`wrote docs/pictures/${picture.file}`);
  }
  await browser.close();
  const file = join(__dirname, "sources.json");
  writeFileSync(file, await formatted(JSON.stringify(sources), "json"));
}

void draw();
