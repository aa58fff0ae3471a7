import type { Page } from "playwright-core";
import { coverageHtml } from "../../../src/coverage/report";
import { sampleReport, smallOrganization } from "../../coverage/report/sample-report";
import { describeInChromium } from "./chromium";
import { gapPage, largePage } from "./samples";

function cell(page: Page, a: number, r: number) {
  return page.locator(`#map [data-a="${String(a)}"][data-r="${String(r)}"]`);
}

/** Account and region of the cell that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { a, r } = (document.activeElement as HTMLElement).dataset;
    return `${a ?? "none"},${r ?? "none"}`;
  });
}

describeInChromium("the map of the page", (reader) => {
  test("has a cell per account and region, with a sign and words beside the colour", async () => {
    const page = await reader.open(gapPage);
    expect(await page.getByRole("gridcell").count()).toBe(6);
    const label =
      "payments-prod 444444444444, us-east-1: 2 of 3 kinds would not arrive, worst high";
    expect(await page.getByRole("gridcell", { name: label }).textContent()).toBe("▲2");
  });

  test("shows the account with the worst gap first, and by its id where that is asked for", async () => {
    const page = await reader.open(gapPage);
    const ids = () => page.locator('[role="rowheader"] code').allTextContents();
    expect(await ids()).toEqual(["444444444444", "111111111111", "222222222222"]);
    await page.getByLabel("Order").selectOption("account id");
    expect(await ids()).toEqual(["111111111111", "222222222222", "444444444444"]);
  });

  test("an address opens the traces of its place, with the mail", async () => {
    const page = await reader.open(gapPage, { address: "#444444444444/us-east-1/root-sign-in" });
    const panel = page.getByRole("complementary", {
      name: "payments-prod 444444444444 us-east-1",
    });
    expect(await panel.isVisible()).toBe(true);
    const text = await panel.innerText();
    expect(text).toContain("aws_cloudwatch_event_rule.forward-us-east-1_1A2B3C4D");
    expect(text).toContain('"root-sign-in in 444444444444');
    expect(text).toContain("no statement allows events:PutEvents");
  });

  test("a kind that the address names stands below the panel's header, not behind it", async () => {
    const report = sampleReport(smallOrganization);
    const hops = Array.from({ length: 40 }, (_, i) => ({ name: `step ${i}`, reason: "passed" }));
    const html = coverageHtml({
      ...report,
      traceOf: (cell) => {
        const trace = report.traceOf(cell);
        return { ...trace, deliveries: trace.deliveries.map((each) => ({ ...each, hops })) };
      },
    });
    const page = await reader.open(html, { address: "#111111111111/us-east-1/failed-sign-in" });
    const header = await page.locator("#panel header").boundingBox();
    const kind = await page.locator('#panel [data-kind="failed-sign-in"] summary').boundingBox();
    const bottom = (header?.y ?? Infinity) + (header?.height ?? 0);
    expect(kind?.y).toBeGreaterThanOrEqual(bottom);
  });

  test("what blocks a kind stands below the steps that its event passes", async () => {
    const page = await reader.open(gapPage, { address: "#444444444444/us-east-1" });
    const path = page.locator('#panel details[data-kind="failed-sign-in"] .path li');
    expect(await path.allInnerTexts()).toEqual([
      expect.stringMatching(/^forwarding rule the pattern of us-east-1 matches/),
      expect.stringMatching(
        /^blocked by bus-policy-denies: The policy of the event bus does not let the sender in/,
      ),
    ]);
  });

  test("the address of an account opens its regions, the worst first, and who is notified", async () => {
    const page = await reader.open(gapPage, { address: "#444444444444" });
    const panel = page.locator("#panel");
    expect(await panel.getByRole("link").allInnerTexts()).toEqual([
      "▲2 us-east-1",
      "✓ eu-central-1",
    ]);
    expect(await panel.innerText()).toContain("email:security@example.com");
    await panel.getByRole("link", { name: "us-east-1" }).click();
    expect(await panel.locator("details").count()).toBe(3);
  });

  test.each(["#999999999999/us-east-1", "#444444444444/nowhere", "#%E0%A4%A", "#gaps"])(
    "the address %s opens nothing",
    async (address) => {
      const page = await reader.open(gapPage, { address });
      expect(await page.locator("#panel").isVisible()).toBe(false);
    },
  );

  test("keys move through the map as it is shown, and one cell is in the tab order", async () => {
    const page = await reader.open(gapPage);
    await cell(page, 2, 0).focus();
    const seen = [await focused(page)];
    for (const key of [
      "ArrowRight",
      "ArrowRight",
      "ArrowDown",
      "Home",
      "PageDown",
      "End",
      "Control+Home",
    ]) {
      await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    expect(seen).toEqual(["2,0", "2,1", "2,1", "0,1", "0,-1", "1,-1", "1,1", "2,-1"]);
    expect(await page.locator('#map [tabindex="0"]').count()).toBe(1);
  });

  test("Enter opens the trace and Escape returns to its cell", async () => {
    const page = await reader.open(gapPage);
    await cell(page, 2, 1).focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("panel");
    expect(new URL(page.url()).hash).toBe("#444444444444/us-east-1");
    const kinds = await page
      .locator("#panel details")
      .evaluateAll((all) =>
        all.map((each) => `${each.dataset["kind"] ?? ""}${String(each.hasAttribute("open"))}`),
      );
    expect(kinds).toEqual(["failed-sign-intrue", "federated-sign-intrue", "root-sign-infalse"]);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("2,1");
    expect(await page.locator("#panel").isVisible()).toBe(false);
    expect(new URL(page.url()).hash).toBe("");
  });

  test("a click opens the trace, and its button closes it", async () => {
    const page = await reader.open(gapPage);
    await cell(page, 1, 0).click();
    expect(await page.locator("#panel h2").textContent()).toBe("security-tooling");
    expect(await page.getByRole("status").last().textContent()).toBe(
      "security-tooling, 222222222222 eu-central-1, covered, 3 kinds",
    );
    await page.getByRole("button", { name: "Close" }).click();
    expect(await focused(page)).toBe("1,0");
  });

  test("the filter shows one kind or one severity alone, also in an open trace", async () => {
    const page = await reader.open(gapPage);
    await cell(page, 2, 1).click();
    const shows = async (option: string) => {
      await page.getByRole("combobox", { name: "Alerts" }).selectOption(option);
      return [
        await cell(page, 2, 1).getAttribute("class"),
        await page.locator("#panel details").count(),
      ];
    };
    expect(await shows("root-sign-in")).toEqual(["covered", 1]);
    expect(await shows("federated-sign-in")).toEqual(["low", 1]);
    expect(await shows("all high")).toEqual(["high", 1]);
    expect(await shows("all kinds")).toEqual(["high", 3]);
  });

  test("only gaps leaves the accounts and regions that have one", async () => {
    const page = await reader.open(gapPage);
    await page.getByLabel("only gaps").check();
    expect(await page.getByRole("rowheader").count()).toBe(1);
    expect(await page.getByRole("columnheader").allTextContents()).toEqual([
      "Account Covered regions",
      "us-east-1",
    ]);
    expect(await page.locator("#shown").textContent()).toBe("1 of 3 accounts, 1 of 2 regions");
  });

  test("organizational units are not counted as accounts", async () => {
    const accounts = [...smallOrganization.accounts, { id: "ou-ab12-c3d4e5f6", name: "every" }];
    const page = await reader.open(coverageHtml(sampleReport({ ...smallOrganization, accounts })));
    const shown = page.locator("#shown");
    expect(await shown.textContent()).toBe(
      "3 of 3 accounts and 1 of 1 organizational unit, 2 of 2 regions",
    );
    await page.getByLabel("Search").fill("payments");
    expect(await shown.textContent()).toBe(
      "1 of 3 accounts and 0 of 1 organizational unit, 2 of 2 regions",
    );
  });

  test.each([
    ["payments", 1, 2],
    ["2222", 1, 2],
    ["security@example.com", 3, 2],
    ["us-east", 3, 1],
    ["prod us-east-1", 1, 1],
    ["nobody", 0, 2],
  ])("searching for %s leaves %i accounts and %i regions", async (words, accounts, regions) => {
    const page = await reader.open(gapPage);
    await page.getByLabel("Search").fill(words);
    expect(await page.getByRole("rowheader").count()).toBe(accounts);
    expect(await page.getByRole("columnheader").count()).toBe(regions + 1);
  });

  test("a hostile name is shown as it is and runs nothing", async () => {
    const name = `</script><img src=x onerror="document.title='hacked'">`;
    const id = "$&`/#%";
    const html = coverageHtml(sampleReport({ ...smallOrganization, accounts: [{ id, name }] }));
    const page = await reader.open(html, { address: `#${encodeURIComponent(id)}/us-east-1` });
    expect(await page.title()).toBe("Coverage of console sign-ins");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("#panel h2").textContent()).toBe(name);
  });

  test("of 1,000 accounts in 34 regions only rows in sight are in the document", async () => {
    const page = await reader.open(largePage(1000, 34));
    expect(await page.locator('#map [role="row"]').count()).toBeLessThan(80);
    expect(await page.locator("#map").getAttribute("aria-rowcount")).toBe("1001");
    await page.locator("#map [tabindex='0']").focus();
    await page.keyboard.press("Control+End");
    expect(await focused(page)).toBe("999,33");
    const last = page.locator('[role="row"]:has([data-a="999"])');
    expect(await last.getAttribute("aria-rowindex")).toBe("1001");
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("998,33");
  });
});
