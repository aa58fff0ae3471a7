import fc from "fast-check";
import { compilePattern, patternLength } from "../../src/aws/eventbridge";
import {
  alertRulesOf,
  forwarderPattern,
  isOfKind,
  kindsWith,
  placeSample,
  principalsOverlap,
  samplesOf,
  watchedPrincipal,
  type Watch,
} from "../../src/catalog";
import { runs } from "../property-runs";
import { signInRecords } from "./records";
import { isOfWatch, toldBy, watch } from "./told-by";

const place = { account: "111111111111", region: "us-east-1" };

const types = { user: "iam", "assumed-role": "sts", "federated-user": "sts" } as const;
const seen = signInRecords.flatMap(({ event }) => {
  const { userIdentity } = event.detail;
  const identity = typeof userIdentity === "object" && userIdentity !== null ? userIdentity : {};
  const { arn, userName } = identity as Readonly<Record<string, unknown>>;
  return [
    ...(typeof userName === "string" ? [`arn:aws:iam::${event.account}:user/${userName}`] : []),
    ...(typeof arn === "string" ? [arn] : []),
  ];
});
const written = [
  ...new Set(
    [...seen, "arn:aws:iam::111111111111:user/alice", "arn:aws:sts::1:assumed-role/developer/x"]
      .flatMap((arn) => {
        const [, sort = "", name = ""] =
          /:(user|assumed-role|federated-user)\/(?:.*\/)?([^/]+(?:\/[^/]+)?)$/.exec(arn) ?? [];
        const [role = ""] = name.split("/");
        const service = types[sort as keyof typeof types];
        return [
          arn,
          arn.replace(/::\d+:/, "::*:"),
          `arn:aws:${service}::333333333333:${sort}/${role.slice(0, 4)}*`,
          `arn:aws:${service}::*:${sort}/${role.slice(0, 5)}*`,
          ...(sort === "assumed-role" ? [`role/${role}`, `role/${role.slice(0, 5)}*`] : []),
          ...(sort === "user" ? [`user/${role}`, `user/${role.slice(0, 3)}*`] : []),
        ];
      })
      .filter((text) => watchedPrincipal(text) !== undefined),
  ),
];

/** Some watches, no two of which overlap. */
const watches = fc
  .uniqueArray(fc.constantFrom(...written), { minLength: 1, maxLength: 6 })
  .map((texts) =>
    texts.filter((text, i) => {
      const one = watchedPrincipal(text);
      return texts.slice(0, i).every((earlier) => {
        const other = watchedPrincipal(earlier);
        return one && other && !principalsOverlap(one, other);
      });
    }),
  )
  .map((texts): readonly Watch[] => {
    const half = Math.ceil(texts.length / 2);
    return [texts.slice(0, half), texts.slice(half)]
      .filter(({ length }) => length > 0)
      .map((principals, i) => watch(`w${i}`, ...principals));
  });

describe("watches of any principals", () => {
  const events = [
    ...signInRecords.map(({ event }) => event),
    ...kindsWith([]).flatMap((kind) => samplesOf(kind).map((sample) => placeSample(sample, place))),
  ];

  test("leave each sign-in to exactly one rule, of the kind that it is of", () => {
    fc.assert(
      fc.property(watches, (some) => {
        const kinds = kindsWith(some);
        const told = toldBy(kinds);
        const samples = kinds
          .filter(isOfWatch)
          .flatMap((kind) => samplesOf(kind).map((sample) => placeSample(sample, place)));
        for (const event of [...events, ...samples]) {
          const own = kinds.filter((kind) => isOfKind(kind, { ...event })).map(({ name }) => name);
          expect([event, own.length]).toEqual([event, 1]);
          expect([event, told(event)]).toEqual([event, own]);
        }
      }),
      runs(25),
    );
  });

  test("have a sample of each rule, which names who is watched", () => {
    fc.assert(
      fc.property(watches, (some) => {
        for (const kind of kindsWith(some).filter(isOfWatch)) {
          const rules = alertRulesOf(kind, {}).map(({ pattern }) => compilePattern(pattern));
          const samples = samplesOf(kind).map((sample) => placeSample(sample, place));
          for (const rule of rules) {
            expect(samples.some((sample) => rule.matches({ ...sample }))).toBe(true);
          }
          expect(samples.every((sample) => isOfKind(kind, { ...sample }))).toBe(true);
        }
      }),
      runs(25),
    );
  });

  test("are forwarded by a pattern of at most 2,048 characters", () => {
    fc.assert(
      fc.property(watches, fc.subarray([...kindsWith([])]), (some, on) => {
        const kinds = [...on, ...kindsWith(some).filter(isOfWatch)];
        expect(patternLength(forwarderPattern(kinds))).toBeLessThanOrEqual(2048);
      }),
      runs(60),
    );
  });
});
