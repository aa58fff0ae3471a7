import { compilePattern, renderInputTemplate } from "../../src/aws/eventbridge";
import {
  alertRulesOf,
  chatTransformerFor,
  contains,
  inputTransformerFor,
  isOfKind,
  kindsWith,
  messageStyles,
  samplesOf,
  placeSample,
  type AlertKind,
  type EventEnvelope,
} from "../../src/catalog";
import { fields, type MessageField } from "../../src/catalog/fields";
import { hostileValues, replacedIn } from "./hostile-events";
import { signInRecords } from "./records";

const rule = { ruleArn: "arn:aws:events:eu-central-1:222222222222:rule/b/r", ruleName: "r" };

/** Those of the catalog, and of a watch that takes some of its samples. */
const kinds = kindsWith([
  {
    name: "break-glass",
    principals: ["user/alice", "role/developer", "arn:aws:sts::*:federated-user/carol"],
    severity: "critical",
    note: "Runbook: https://wiki.example.com/break-glass",
  },
]);

const rulesByStyle = messageStyles.map((style) => ({
  style,
  rules: kinds.flatMap((kind) =>
    alertRulesOf(kind, {}).map((each) => ({
      ...each,
      matcher: compilePattern(each.pattern),
    })),
  ),
}));

function transformersFor(kind: AlertKind, style: (typeof messageStyles)[number]) {
  return {
    mail: inputTransformerFor(kind, { partition: "aws", style }),
    chat: chatTransformerFor(kind, { partition: "aws" }),
  };
}

/** The channels whose message of an event is not delivered, each with its style. */
function undelivered(event: EventEnvelope): readonly string[] {
  const json = { ...event };
  return rulesByStyle.flatMap(({ style, rules }) => {
    const matched = rules.filter(({ matcher }) => matcher.matches(json));
    if (matched.length > 1) return [`${matched.length} rules match`];
    return matched.flatMap(({ kind }) =>
      Object.entries(transformersFor(kind, style))
        .filter(([, transformer]) => !renderInputTemplate(transformer, json, rule).delivered)
        .map(([channel]) => `${kind.name}, ${style} ${channel}`),
    );
  });
}

const all = Object.values<MessageField>(fields);
const free = all.filter(({ text }) => !("form" in text));

const samples = kinds.flatMap((kind) =>
  samplesOf(kind).map((sample) => ({
    kind,
    event: placeSample(sample, { account: "111111111111", region: "us-east-1" }),
  })),
);

/** Whether AWS has made sure of what a field holds: such an event has no hostile value there. */
function isMadeSure({ text }: MessageField, event: EventEnvelope): boolean {
  if ("form" in text || !text.safeWhere) return false;
  const { field, condition } = text.safeWhere;
  // Which reasons are known is said by kind; none of them is hostile.
  return contains([{ [field]: condition }], { ...event });
}

function valueAt(event: EventEnvelope, path: string): unknown {
  return path
    .split(".")
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], event);
}

describe("values that somebody outside of AWS writes", () => {
  test.each(free)("at $path keep no alert from being delivered", (field) => {
    const tried = samples.flatMap(({ kind, event }) =>
      Object.entries(hostileValues).flatMap(([name, value]) => {
        const hostile = replacedIn(event, field.path, value);
        return isMadeSure(field, hostile) ? [] : [{ name: `${kind.name}: ${name}`, hostile }];
      }),
    );
    expect(tried.length).toBeGreaterThan(10);
    const lost = tried.flatMap(({ name, hostile }) =>
      undelivered(hostile).map((where) => `${name}: ${where}`),
    );
    expect(lost).toEqual([]);
  });

  test("leave every event to exactly one rule of its kind", () => {
    for (const { rules } of rulesByStyle) {
      for (const { event } of samples) {
        for (const { path } of free) {
          const hostile = replacedIn(event, path, hostileValues["a quote"] ?? "");
          const own = kinds.filter((kind) => isOfKind(kind, { ...hostile }));
          const matched = rules.filter(({ matcher }) => matcher.matches({ ...hostile }));
          expect(matched.map(({ kind }) => kind.name)).toEqual(own.map(({ name }) => name));
        }
      }
    }
  });
});

describe("values that a template shows without a look at them", () => {
  const certain = Object.entries<MessageField>(fields).flatMap(([name, { path, text }]) =>
    "form" in text ? [{ name, path, ...text }] : [],
  );

  test.each(certain)("$name has an alphabet without what breaks a template", ({ form }) => {
    for (const value of ['a"b', "a\\b", "a\nb", "a\u0000b", "a\u202eb"]) {
      expect(value).not.toMatch(form);
    }
  });

  test.each(certain)("$name is in its alphabet wherever it is recorded", ({ path, form }) => {
    const recorded = signInRecords
      .map(({ event }) => valueAt(event, path))
      .filter((value) => value !== undefined && value !== null)
      .map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
    expect(recorded.filter((text) => !form.test(text))).toEqual([]);
  });
});

test("templates are no longer than EventBridge allows, whatever a kind shows", () => {
  for (const { style, rules } of rulesByStyle) {
    for (const { kind } of rules) {
      for (const { inputTemplate, inputPaths } of Object.values(transformersFor(kind, style))) {
        expect(inputTemplate.length).toBeLessThanOrEqual(8192);
        expect(Object.keys(inputPaths).length).toBeLessThanOrEqual(100);
      }
    }
  }
});
