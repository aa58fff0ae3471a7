import fc from "fast-check";
import { stringify } from "yaml";
import { parse } from "yaml";
import { example, problemsOf } from "./faulty-file";
import { runs } from "../property-runs";

const keys = [
  ...["organization", "id", "managementAccount", "hub", "account", "region", "accounts", "name"],
  ...["regions", "optInRegions", "roleName", "acceptMissingRegions", "trail", "type", "recipients"],
  ...["routes", "kinds", "tags", "namePrefix", "stackPrefix", "providerVersion", "backend"],
  ...["acounts", "__proto__", "constructor", "toString", "", "<<", "a b"],
];
const words = ["create", "creat", "s3", "cloud", "111111111111", "us-east-1", "a@example.com"];

const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.constantFrom(...words), fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie("anything"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.string()), tie("anything")), {
        maxLength: 6,
      })
      .map((entries) => new Map(entries)),
  ),
}));

const trustworthy = runs(400);

test("whatever a YAML file holds, its problems are in lines that exist", () => {
  fc.assert(
    fc.property(anything, (value) => {
      const text = stringify(value);
      const lines = text.split("\n").length;
      for (const { line, column, problem, allowed, fix } of problemsOf(text)) {
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThan(0);
        expect([problem, allowed, fix]).not.toContain("");
      }
    }),
    trustworthy,
  );
});

const signs = [
  ...[
    "\n",
    "\n  ",
    "\n- ",
    ": ",
    "? ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "&a ",
    "*a",
    "#",
    " ",
    "\t",
    "\r",
    "'",
    '"',
  ],
  ...[
    "!!str ",
    "!!merge ",
    "!!int ",
    "!!set ",
    "!!omap ",
    "!!binary ",
    "!foo ",
    "! ",
    "<<: *a",
    "|",
    ">-",
    "~",
  ],
  ...[
    "---\n",
    "...\n",
    "%YAML 1.1\n---\n",
    "%TAG ! tag:x\n---\n",
    "0x1",
    "010",
    "yes",
    ".inf",
    "1e9",
    "2026-01-01",
  ],
  ...["\0", "\uFEFF", "\u0085", "\u2028", "\\", "`", "@", "%", "hub", "tags", "111111111111"],
];

test("whatever signs of YAML stand in a sound file, its problems are in lines that exist", () => {
  fc.assert(
    fc.property(
      fc.nat(example.length),
      fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 6 }),
      (at, added) => {
        const text = example.slice(0, at) + added.join("") + example.slice(at);
        for (const { line, problem, allowed, fix } of problemsOf(text)) {
          expect(line).toBeLessThanOrEqual(text.split("\n").length);
          expect([problem, allowed, fix]).not.toContain("");
        }
      },
    ),
    runs(1500),
  );
});

test("whatever text a file holds, it does not crash", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(problemsOf(text).length).toBeGreaterThan(0);
    }),
    trustworthy,
  );
});

test("whatever stands in one place of a sound file, it does not crash", () => {
  const sound = parse(example) as Record<string, unknown>;
  fc.assert(
    fc.property(fc.constantFrom(...keys), anything, (key, value) => {
      const entries = new Map<string, unknown>(Object.entries(sound)).set(key, value);
      expect(Array.isArray(problemsOf(stringify(entries)))).toBe(true);
    }),
    trustworthy,
  );
});

test("fails for a half-written file at every character, unless it is sound", () => {
  fc.assert(
    fc.property(fc.nat(example.length), (end) => {
      expect(Array.isArray(problemsOf(example.slice(0, end)))).toBe(true);
    }),
    trustworthy,
  );
});
