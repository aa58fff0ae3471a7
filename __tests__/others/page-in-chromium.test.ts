import { coverageHtml } from "../../src/coverage/report";
import { askPage, describeInChromium, renderedPage } from "./chromium";
import { largeOrganization } from "../coverage/report/large-organization";
import {
  busPolicyBlocker,
  sampleReport,
  smallOrganization,
} from "../coverage/report/sample-report";

const page = coverageHtml(
  sampleReport({
    ...smallOrganization,
    gap: (account, region, kind) =>
      account === "444444444444" && region === "us-east-1" && kind !== "root-sign-in"
        ? busPolicyBlocker
        : undefined,
  }),
);

const press = `
  const cell = (a, r) => document.querySelector('td[data-a="' + a + '"][data-r="' + r + '"]');
  const press = (key, ctrlKey = false) =>
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
  const at = () => document.activeElement.dataset.a + "," + document.activeElement.dataset.r;`;

describeInChromium("the page of coverage", (chromium) => {
  test("the map has a cell per account and region, with a sign and words beside the colour", () => {
    const dom = renderedPage(chromium, page);
    expect(dom.match(/role="gridcell"/g)).toHaveLength(6);
    expect(dom).toContain(
      'aria-label="payments-prod 444444444444, us-east-1: 2 of 3 kinds would not arrive, worst high"',
    );
    expect(dom).toContain(">▲2</td>");
  });

  test("an address opens the traces of its place, with the mail", () => {
    const dom = renderedPage(chromium, page, "#444444444444/us-east-1/root-sign-in");
    expect(dom).toContain("<h2>payments-prod 444444444444, us-east-1</h2>");
    expect(dom).toContain("aws_cloudwatch_event_rule.forward-us-east-1_1A2B3C4D");
    expect(dom).toContain('"root-sign-in in 444444444444');
    expect(dom).toContain("no statement allows events:PutEvents");
  });

  test("an address of nowhere opens nothing", () => {
    expect(renderedPage(chromium, page, "#999999999999/us-east-1")).toMatch(
      /<section id="trace"[^>]*hidden/,
    );
  });

  test("arrow keys move through the map, and only one cell is in the tab order", () => {
    const walked = askPage(
      chromium,
      page,
      `${press} cell(0, 0).focus(); const seen = [at()];
      for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "Home", "PageDown", "End"]) { press(key); seen.push(at()); }
      press("Home", true); seen.push(at());
      return { seen, inTabOrder: document.querySelectorAll('td[tabindex="0"]').length };`,
    );
    expect(walked).toEqual({
      seen: ["0,0", "0,1", "0,1", "1,1", "1,0", "2,0", "2,1", "0,0"],
      inTabOrder: 1,
    });
  });

  test("Enter opens the trace and Escape returns to its cell", () => {
    const went = askPage(
      chromium,
      page,
      `${press} cell(2, 1).focus(); press("Enter");
      const opened = document.activeElement.id;
      const kinds = [...document.querySelectorAll("#trace details")].map((d) => d.dataset.kind + d.open);
      press("Escape");
      return { opened, kinds, back: at(), hash: location.hash };`,
    );
    expect(went).toEqual({
      opened: "trace",
      kinds: ["root-sign-infalse", "failed-sign-intrue", "federated-sign-intrue"],
      back: "2,1",
      hash: "#444444444444/us-east-1",
    });
  });

  test("a click opens the trace too", () => {
    const title = `cell(1, 0).click(); return document.querySelector("#trace h2").textContent;`;
    expect(askPage(chromium, page, press + title)).toBe(
      "security-tooling 222222222222, eu-central-1",
    );
  });

  test("the filter shows one kind alone, also in an open trace", () => {
    const filtered = askPage(
      chromium,
      page,
      `${press} cell(2, 1).click();
      const filter = document.getElementById("kind");
      const choose = (value) => { filter.value = value; filter.dispatchEvent(new Event("change")); };
      choose("0"); const root = cell(2, 1).className;
      choose("2");
      return { root, federated: cell(2, 1).className, kinds: document.querySelectorAll("#trace details").length };`,
    );
    expect(filtered).toEqual({ root: "covered", federated: "low", kinds: 1 });
  });

  test("a hostile name is shown as it is and runs nothing", () => {
    const name = `</script><img src=x onerror="document.title='hacked'">`;
    const dom = renderedPage(
      chromium,
      coverageHtml(sampleReport({ ...smallOrganization, accounts: [{ id: "$&`", name }] })),
      "#$&`/us-east-1",
    );
    expect(dom).toContain("<title>Coverage of console sign-ins</title>");
    expect(dom).not.toContain("<img");
    expect(dom).toContain("&lt;/script&gt;&lt;img");
  });

  test("100 accounts in 34 regions are drawn", () => {
    const dom = renderedPage(chromium, coverageHtml(sampleReport(largeOrganization(100, 34))));
    expect(dom.match(/class="covered" aria-label/g)).toHaveLength(3_400);
  });
});
