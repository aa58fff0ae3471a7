import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describeInChromium } from "./chromium";
import { fullPage, gapPage, largePage, longNamePage, longestName } from "./samples";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What keeps people with other ways to read from the page: rule and element. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>("axe.run()");
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const widths = [390, 768, 1440];
const opened = "#444444444444/us-east-1/root-sign-in";

describeInChromium("the page as it looks", (reader) => {
  describe.each(["light", "dark"] as const)("%s", (scheme) => {
    test.each(widths)("axe finds nothing serious at %i pixels, closed or open", async (width) => {
      for (const address of ["", opened, "#444444444444"]) {
        const page = await reader.open(fullPage, { address, width, scheme });
        expect(await barriers(page)).toEqual([]);
      }
    });
  });

  test.each(widths)("nothing but the map is wider than %i pixels", async (width) => {
    for (const html of [fullPage, largePage(40, 34)]) {
      const page = await reader.open(html, { width });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
        width,
      );
    }
  });

  test.each(widths)("at %i pixels the id of each account is whole and in sight", async (width) => {
    const page = await reader.open(gapPage, { width });
    const ids = await page.locator('[role="rowheader"] code').evaluateAll((all) =>
      all.map((id) => {
        const map = document.querySelector("#map")?.getBoundingClientRect();
        const { left = 0, right = 0 } = map ?? {};
        const own = id.getBoundingClientRect();
        return {
          text: id.textContent,
          isWhole: id.scrollWidth <= id.clientWidth || id.clientWidth === 0,
          isInSight: own.left >= left && own.right <= right,
        };
      }),
    );
    expect(ids).toHaveLength(3);
    for (const { text, ...seen } of ids) {
      expect(text).toMatch(/^\d{12}$/);
      expect(seen).toEqual({ isWhole: true, isInSight: true });
    }
  });

  test.each(widths)("at %i pixels the name of no account is cut", async (width) => {
    const page = await reader.open(longNamePage, { width });
    const names = await page
      .locator('[role="rowheader"] .name')
      .evaluateAll((all) =>
        all.map((name) => ({ text: name.textContent, cut: name.scrollHeight - name.clientHeight })),
      );
    expect(names.map(({ text }) => text)).toContain(longestName);
    // Half a line is what the font may reach out of its line.
    for (const { cut } of names) expect(cut).toBeLessThan(8);
  });

  test.each(widths)("at %i pixels each region stands above its column", async (width) => {
    const page = await reader.open(longNamePage, { width });
    const middles = (selector: string) =>
      page.locator(selector).evaluateAll((all) =>
        all.map((each) => {
          const { left, width: wide } = each.getBoundingClientRect();
          return Math.round(left + wide / 2);
        }),
      );
    const row = '[role="row"]:has(> [data-a="0"])';
    expect(await middles('[role="columnheader"]:not(:first-child)')).toEqual(
      await middles(`${row} > [role="gridcell"]`),
    );
  });

  test.each(widths)("at %i pixels a place and its trace are in sight together", async (width) => {
    const page = await reader.open(gapPage, { width });
    const cell = page.locator('[data-a="1"][data-r="0"]');
    await cell.click();
    const panel = await page.locator("#panel").boundingBox();
    const place = await cell.boundingBox();
    if (!panel || !place) throw new Error("one of them is not drawn");
    const isBeside = place.x + place.width <= panel.x;
    const isAbove = place.y + place.height <= panel.y;
    expect(isBeside || isAbove).toBe(true);
    expect(place.y).toBeGreaterThanOrEqual(0);
  });
});

describeInChromium("the page on paper", (reader) => {
  test("says everything, and each account with each region", async () => {
    const page = await reader.open(fullPage);
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const text = await page.locator("body").innerText();
    for (const said of [
      "o-a1b2c3d4e5",
      "2026-11-20",
      "16 of 18 alerts would arrive",
      "bus-policy-denies",
      "trail-missing",
      "444444444444 payments-prod",
      "security\n",
      "email:security@example.com",
      "the pipeline signs in",
      "accepted: nobody works there",
      "region-opt-in",
      "goes with the next release",
      "aws_sns_topic.alerts has another policy; the plan makes it good",
      "CIS 4.3 (5.3), CloudWatch.1",
      "whether an address was confirmed",
    ]) {
      expect(text).toContain(said);
    }
    expect(await page.locator("#paper tbody td").count()).toBe(3 * 3);
    expect(await page.locator("#map").isVisible()).toBe(false);
    expect(await page.getByLabel("Search").isVisible()).toBe(false);
  });

  test("is drawn for the printer alone, of every kind, whatever is looked at", async () => {
    const page = await reader.open(gapPage);
    await page.getByRole("combobox", { name: "Alerts" }).selectOption("root-sign-in");
    await page.evaluate(`addEventListener("beforeprint", () => {
      document.body.dataset.printed = document.querySelector("#paper tbody").innerText + document.querySelectorAll("#paper b.high").length;
    })`);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
    const printed = await page.locator("body").getAttribute("data-printed");
    expect(printed).toContain("1 of 2");
    expect(printed).toMatch(/1$/);
    expect(await page.locator("#paper table").count()).toBe(0);
  });
});
