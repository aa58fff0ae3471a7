import fc from "fast-check";
import { compilePattern } from "../../src/aws/eventbridge";
import {
  alertRulesOf,
  catalog,
  catalogWith,
  catalogWithKinds,
  forwarderPattern,
  is,
  isNot,
  isOfKind,
  placeSample,
  recordSample,
  recordsOf,
  requirePartition,
  type AlertKind,
} from "../../src/catalog";
import { beginningWith, contains, endingWith, type EventSet } from "../../src/catalog/event-set";
import { exampleOf } from "../../src/catalog/event-set/example";
import { runs } from "../property-runs";
import { eventSet } from "./event-set/event-universe";
import { otherRecords, signInRecords } from "./records";

const events: EventSet = [
  {
    ...recordsOf("aws.signin", "console", "ConsoleLogin"),
    "detail.userIdentity.type": is("IAMUser"),
    "detail.userIdentity.userName": is("ci"),
  },
];

/** Sign-ins of a user whom no person should be. */
const robot: AlertKind = {
  name: "robot-sign-in",
  title: "Sign-in of a user that only programs have",
  severity: "critical",
  onByDefault: true,
  causedBy: "anybody",
  events,
  readOnly: false,
  recordedIn: "every-region",
  message: {
    headline: "A robot signed in to <account>",
    lines: ["account", "region", "time", "eventId"],
  },
  sample: recordSample("aws.signin", "console", {
    eventName: "ConsoleLogin",
    userIdentity: { type: "IAMUser", userName: "ci" },
    responseElements: { ConsoleLogin: "Success" },
  }),
};

/** A call of another service, which the catalog does not know. */
const newKey: AlertKind = {
  ...robot,
  name: "access-key-created",
  title: "Access key created",
  causedBy: "signed-in",
  events: [
    {
      ...recordsOf("aws.iam", "api", "CreateAccessKey"),
      "detail.userIdentity.type": isNot("Root"),
    },
  ],
  sample: recordSample("aws.iam", "api", {
    eventName: "CreateAccessKey",
    userIdentity: { type: "IAMUser" },
  }),
};

const place = { account: "444444444444", region: "us-east-1", partition: "aws" } as const;

test("the kinds of the catalog are a partition, with watches too", () => {
  requirePartition(catalog);
  const principals = ["user/break-glass", "role/admin"];
  requirePartition(catalogWith([{ name: "glass", principals, severity: "critical" }]));
});

describe("own kinds", () => {
  const kinds = catalogWithKinds([robot, newKey]);
  const rules = kinds.flatMap((kind) =>
    alertRulesOf(kind, {}).map(({ pattern }) => ({ kind, pattern: compilePattern(pattern) })),
  );
  const matching = (event: object) =>
    rules.filter(({ pattern }) => pattern.matches({ ...event })).map(({ kind }) => kind.name);

  test("take their events from the catalog's kinds, whose rules leave them out", () => {
    for (const { sample, name } of [robot, newKey]) {
      expect(matching(placeSample(sample, place))).toEqual([name]);
    }
  });

  test("leave every other event where it was", () => {
    for (const { event } of [...signInRecords, ...otherRecords]) {
      const own = [robot, newKey].filter((kind) => isOfKind(kind, { ...event }));
      const before = catalog.filter((kind) => isOfKind(kind, { ...event }));
      const after = kinds.filter((kind) => isOfKind(kind, { ...event })).map(({ name }) => name);
      expect(after).toEqual((own.length > 0 ? own : before).map(({ name }) => name));
    }
  });

  test("are forwarded, and what the catalog's kinds still take is so too", () => {
    const forwarder = compilePattern(forwarderPattern(kinds));
    for (const { sample } of kinds) {
      expect(forwarder.matches({ ...placeSample(sample, place) })).toBe(true);
    }
  });

  test("stand beside watches that have no event of theirs", () => {
    const watches = catalogWith([{ name: "glass", principals: ["role/admin"], severity: "high" }]);
    expect(catalogWithKinds([newKey], watches).map(({ name }) => name)).toEqual([
      ...watches.map(({ name }) => name),
      newKey.name,
    ]);
  });
});

/** What a list of kinds is refused for. */
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return "";
}

test("fails where two kinds take an event, and shows one", () => {
  const twin = {
    ...robot,
    name: "ci-sign-in",
    events: [recordsOf("aws.signin", "console", "ConsoleLogin")],
  };
  const said = refusal(() => catalogWithKinds([robot, twin]));
  const [, json = ""] =
    /^robot-sign-in and ci-sign-in both take the event (\{.*\})$/u.exec(said) ?? [];
  expect([robot, twin].map((kind) => isOfKind(kind, JSON.parse(json) as never))).toEqual([
    true,
    true,
  ]);
});

test("fails where a kind was added beside the catalog, by whose kinds its events are", () => {
  expect(
    refusal(() => {
      requirePartition([...catalog, robot]);
    }),
  ).toMatch(/^failed-sign-in and robot-sign-in both take the event \{.*"Failure".*\}; /u);
});

test("fails where a kind of the catalog is missing, and shows an event that nobody takes", () => {
  const others = catalog.filter(({ name }) => name !== "failed-sign-in");
  expect(
    refusal(() => {
      requirePartition(others);
    }),
  ).toMatch(
    /^no kind takes the event \{.*"ConsoleLogin":"Failure".*\}, which is of failed-sign-in in the catalog$/u,
  );
});

test("fails where a watch has an event of an own kind", () => {
  const watches = catalogWith([{ name: "glass", principals: ["user/ci"], severity: "high" }]);
  expect(refusal(() => catalogWithKinds([robot], watches))).toContain("watch-glass");
});

test("fails for names and samples that cannot be, all at once", () => {
  const wrong = [
    { ...newKey, name: "watch-me" },
    { ...robot, name: "root-sign-in" },
    { ...robot, name: "x", events: [recordsOf("aws.iam", "api", "DeleteUser")] },
  ];
  const said = refusal(() => catalogWithKinds(wrong));
  for (const part of [
    "'name' must be 1 to 40 lower-case letters, digits and hyphens, beginning with a letter and not with watch-, got: watch-me",
    "'name' must be of one kind, got twice: root-sign-in",
    "'sample' of x must be one of its events",
  ]) {
    expect(said).toContain(part);
  }
});

test("fails where it cannot be said whether two kinds take the same event", () => {
  const field = "detail.userIdentity.userName";
  const [one, other] = [beginningWith("ci-"), endingWith("-bot")].map((text, i) => ({
    ...robot,
    name: `bot-${i}`,
    events: [{ ...events[0], [field]: is(text) }],
    sample: {
      ...robot.sample,
      detail: { ...robot.sample.detail, userIdentity: { type: "IAMUser", userName: "ci-bot" } },
    },
  }));
  expect(refusal(() => catalogWithKinds([one, other].flatMap((kind) => kind ?? [])))).toContain(
    "whether bot-0 and bot-1 take the same event is not known: ci-* and *-bot overlap",
  );
});

test("the example of a set is in it, and only an empty set has none", () => {
  fc.assert(
    fc.property(eventSet, (set) => {
      const example = exampleOf(set);
      if (example === undefined) expect(set).toEqual([]);
      else expect(contains(set, example)).toBe(true);
    }),
    runs(400),
  );
});
