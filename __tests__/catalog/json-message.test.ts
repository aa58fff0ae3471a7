import fc from "fast-check";
import {
  catalog,
  formattedMessage,
  jsonMessage,
  jsonProtocols,
  jsonProtocolsIn,
  messageByProtocol,
  placeSample,
  type AlertKind,
  type JsonMessage,
} from "../../src/catalog";
import { runs } from "../property-runs";
import { hostileEvents } from "./hostile-events";
import { signInRecords } from "./records";

const ACCOUNT = "111111111111";
const context = { partition: "aws", accountNames: { [ACCOUNT]: 'pay"ments' } } as const;
/** What SNS accepts in one message. */
const largest = 262_144;

function kindOf(name: string): AlertKind {
  const kind = catalog.find((each) => each.name === name);
  if (kind === undefined) throw new Error(`no kind is called ${name}`);
  return kind;
}

/** What arrives at each protocol, as its reader parses it. @throws Error where that is not JSON */
function arriving(input: unknown): {
  readonly message: ReturnType<typeof formattedMessage>;
  readonly json: JsonMessage;
  readonly published: string;
} {
  const message = formattedMessage(input, context);
  const json = jsonMessage(message, input, context);
  const published = messageByProtocol(message.text, json, jsonProtocols);
  const parts = JSON.parse(published) as Record<string, string>;
  expect(Object.keys(parts)).toEqual(["default", ...jsonProtocols]);
  expect(parts["default"]).toBe(message.text);
  for (const protocol of jsonProtocols) expect(JSON.parse(parts[protocol] ?? "")).toEqual(json);
  return { message, json, published };
}

function ofKind({ name, severity }: AlertKind, event: unknown) {
  return arriving({ kind: name, severity, style: "full", event });
}

function sampleOf(kind: AlertKind) {
  return placeSample(kind.sample, { account: ACCOUNT, region: "eu-north-1" });
}

/** What is wrong with a message for programs, whatever was in the event. */
function problemsOf({ message, json, published }: ReturnType<typeof arriving>): readonly string[] {
  const { subject, text, kind, severity, details, deduplicationKey } = json;
  const lines = text.split("\n").filter((line, i) => i > 0 && line !== "");
  const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
  const oneLine = [subject, json.region, json.time, json.accountName, json.replay];
  return [
    ...(subject === message.subject && text === message.text ? [] : ["other words"]),
    ...(kind === message.kind && severity === message.severity ? [] : ["another kind"]),
    ...(/^signin-alerts\/[\w-]{1,64}\/[\w-]{1,64}$/u.test(deduplicationKey) ? [] : ["key"]),
    ...(Object.entries(details)
      .map(([label, value]) => `${label}: ${value}`)
      .join("\n") === lines.join("\n")
      ? []
      : ["a line that is no detail"]),
    ...(controls.test([...oneLine, ...Object.values(details)].join(" ")) ? ["controls"] : []),
    ...(Buffer.byteLength(published) < largest ? [] : ["too large for SNS"]),
  ];
}

describe("an alert as JSON", () => {
  test("has each value in a field of its own", () => {
    const kind = kindOf("iam-user-sign-in-without-mfa");
    const event = sampleOf(kind);
    const { json } = ofKind(kind, event);
    expect(json).toMatchObject({
      version: 1,
      deduplicationKey: `signin-alerts/${kind.name}/${json.eventId ?? ""}`,
      kind: kind.name,
      severity: kind.severity,
      account: ACCOUNT,
      accountName: 'pay"ments',
      region: "eu-north-1",
      time: event.detail["eventTime"],
      eventId: event.detail["eventID"],
    });
    expect(json).not.toHaveProperty("replay");
    expect(json.details).toMatchObject({
      Alert: `${kind.name} (${kind.severity})`,
      Region: "eu-north-1",
      "Open in CloudTrail": expect.stringMatching(/^https:\/\/eu-north-1\./u) as string,
    });
  });

  test("says which replay it is of", () => {
    const kind = kindOf("root-sign-in");
    const { json } = ofKind(kind, { ...sampleOf(kind), "replay-name": "REPLAY-1" });
    expect(json.replay).toBe("REPLAY-1");
  });

  test("has a place, a time and an id where CloudTrail has no record of it", () => {
    for (const kind of catalog) {
      const { json } = ofKind(kind, sampleOf(kind));
      const { details, region, account } = json;
      expect([kind.name, region, account]).toEqual([kind.name, details["Region"], ACCOUNT]);
      expect(json.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
      expect(json.eventId).toBeDefined();
    }
  });

  test("is one incident of an account where anybody can cause it, and else of its event", () => {
    for (const kind of catalog) {
      const event = sampleOf(kind);
      const other = {
        ...event,
        id: "another",
        detail: { ...event.detail, eventID: "another" },
      };
      const keys = [event, other].map((each) => ofKind(kind, each).json.deduplicationKey);
      expect([kind.name, new Set(keys).size]).toEqual([
        kind.name,
        kind.causedBy === "anybody" ? 1 : 2,
      ]);
    }
  });

  test("is read back as it was written, for every recorded event", () => {
    expect(signInRecords.length).toBeGreaterThan(100);
    for (const { event } of signInRecords) {
      for (const kind of ["root-sign-in", "failed-sign-in", "unknown-kind"]) {
        expect(problemsOf(arriving({ kind, severity: "high", event }))).toEqual([]);
      }
    }
  });

  test.each(catalog.map((kind) => [kind.name, kind] as const))(
    "is read back as it was written, whatever a visitor wrote: %s",
    (_, kind) => {
      for (const { name, event } of hostileEvents(kind)) {
        expect([name, problemsOf(ofKind(kind, event))]).toEqual([name, []]);
      }
    },
  );

  test("is read back as it was written, whatever the event is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalog),
        fc.record({
          account: fc.anything(),
          id: fc.anything(),
          time: fc.anything(),
          "replay-name": fc.string({ unit: "binary" }),
          detail: fc.dictionary(
            fc.constantFrom("userIdentity", "errorMessage", "userAgent", "eventID", "awsRegion"),
            fc.oneof(fc.string({ unit: "binary", maxLength: 2000 }), fc.anything()),
          ),
        }),
        (kind, event) => {
          const copy: unknown = JSON.parse(JSON.stringify(event));
          expect(problemsOf(ofKind(kind, copy))).toEqual([]);
        },
      ),
      runs(200),
    );
  });

  test("fits into a message of SNS with the longest values in every place", () => {
    const full = (value: unknown): unknown => {
      if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value).map(([key, each]) => [key, full(each)] as const);
        return Object.fromEntries(entries);
      }
      return "\\".repeat(5000);
    };
    for (const kind of catalog) {
      expect([kind.name, problemsOf(ofKind(kind, full(sampleOf(kind))))]).toEqual([kind.name, []]);
    }
    expect(problemsOf(arriving(full(sampleOf(kindOf("root-sign-in")))))).toEqual([]);
  });
});

describe("the protocols that get JSON", () => {
  test.each<[string | undefined, readonly string[]]>([
    [undefined, []],
    ["", []],
    ["sqs,https", ["https", "sqs"]],
    ["email,sms,default", []],
  ])("of the list %p are %p", (list, protocols) => {
    expect(jsonProtocolsIn(list)).toEqual(protocols);
  });
});
