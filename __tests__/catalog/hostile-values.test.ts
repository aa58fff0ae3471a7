import { renderInputTemplate } from "../../src/aws/eventbridge";
import { catalog, inputTransformerFor, type AlertKind, type MessageStyle } from "../../src/catalog";
import { hostileEvent, hostileValues, visitorFields } from "./hostile-events";

const rule = { ruleArn: "arn:aws:events:eu-central-1:222222222222:rule/b/r", ruleName: "r" };

function deliveredWith(kind: AlertKind, style: MessageStyle, path: string, value: string): boolean {
  const transformer = inputTransformerFor(kind, { partition: "aws", style });
  return renderInputTemplate(transformer, { ...hostileEvent(kind, path, value) }, rule).delivered;
}

function undeliverable(style: MessageStyle): readonly string[] {
  return catalog.flatMap((kind) =>
    visitorFields.flatMap((path) => {
      const lost = Object.entries(hostileValues)
        .filter(([, value]) => !deliveredWith(kind, style, path, value))
        .map(([name]) => name);
      return lost.length === 0 ? [] : [`${kind.name}, ${path}: ${lost.join(", ")}`];
    }),
  );
}

describe("values that a visitor writes", () => {
  test("in the user agent never keep a standard message from being delivered", () => {
    expect(undeliverable("standard").filter((line) => line.includes("userAgent"))).toEqual([]);
  });

  test("end in the dead-letter queue only where these messages show them", () => {
    expect(undeliverable("standard")).toMatchSnapshot();
  });

  test("end in the dead-letter queue at more places where messages are full", () => {
    expect(undeliverable("full")).toMatchSnapshot();
  });

  test("never reach a message of the root user, whose words AWS writes", () => {
    expect(
      undeliverable("standard").filter((line) =>
        /^root-sign-in, user(Agent|Identity.userName)/.test(line),
      ),
    ).toEqual([]);
  });

  test("cannot make a template longer than EventBridge allows", () => {
    for (const kind of catalog) {
      for (const style of ["standard", "full"] as const) {
        const { inputTemplate, inputPaths } = inputTransformerFor(kind, {
          partition: "aws",
          style,
        });
        expect(inputTemplate.length).toBeLessThanOrEqual(8192);
        expect(Object.keys(inputPaths).length).toBeLessThanOrEqual(100);
      }
    }
  });
});
