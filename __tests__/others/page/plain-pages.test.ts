import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import { drillHtml } from "../../../src/cli/drill/drill-html";
import { htmlDocument } from "../../../src/coverage/report/html/document";
import { plainStyle, table } from "../../../src/coverage/report/html/plain-page";
import { describeInChromium } from "./chromium";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const days = Array.from({ length: 30 }, (_, i) =>
  [`2026-11-${String(i + 1).padStart(2, "0")}`, "3", "1", "2", "–", "–", "–"].map((text) => ({
    text,
  })),
);
const topicArn = `arn:aws:sns:eu-central-1:222222222222:${"signin-alerts-".repeat(9)}`;
const pages = {
  tables: htmlDocument({
    title: "Tables",
    style: plainStyle,
    body: `<h1>Tables</h1>
${table(["Day", "Alerts", "critical", "high", "medium", "low", "info"], days)}
${table(["Route", "Topic"], [["security", topicArn].map((text) => ({ text }))])}`,
  }),
  drill: drillHtml({
    name: "signin-alerts-drill-20261120080000",
    cause: "sign-in",
    alerts: [
      {
        account: "555555555555",
        region: "eu-west-1",
        topic: { arn: topicArn, routes: ["security", "urgent"] },
        outcome: "missing",
        reason: "nothing came within 5 minutes",
      },
    ],
    notes: [],
    leftovers: [{ what: "a queue", remove: ["aws", "sqs", "delete-queue", topicArn] }],
  } as unknown as Parameters<typeof drillHtml>[0]),
};

describeInChromium("pages of tables", (reader) => {
  const looks = [390, 768, 1440].flatMap((width) =>
    (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
  );

  test.each(looks)("fit in $width pixels and have no barrier, $scheme", async (look) => {
    for (const html of Object.values(pages)) {
      const page = await reader.open(html, look);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(look.width);
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>("axe.run()");
      const serious = violations.filter(({ impact }) => /serious|critical/u.test(impact ?? ""));
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html: at }) => at)])).toEqual([]);
    }
  });
});
