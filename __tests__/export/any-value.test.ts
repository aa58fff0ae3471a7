import fc from "fast-check";
import { stackFiles } from "../../src/export/stack-files";
import { isJsonObject, objectIn, type Json } from "../../src/json/value";
import { runs } from "../property-runs";
import { differences, readBack } from "./read-back";

/** What HCL, heredocs, templates, `jsonencode` and JSON give a meaning. */
const sign = fc.constantFrom(
  ...["$", "%", "{", "}", '"', "\\", "\n", " ", "~", "#", "/", "<", "&", ">", "'", "a", "é", "n"],
  ...[
    "\u0301",
    "\u2028",
    "\u00a0",
    "\t",
    "\r",
    "\u0000",
    "\u007f",
    "EOT",
    "—",
    "😀",
    "${a.b}",
    "$${",
  ],
);
/** What is no expression, Terraform refuses in JSON as well. */
function hasSoundExpressions(signs: string): boolean {
  return [...signs.matchAll(/(?<!\$)\$\{([^}]*)\}/gu)].every(([, inside]) => inside === "a.b");
}

const text = fc.oneof(
  fc
    .array(sign, { maxLength: 12 })
    .map((signs) => signs.join(""))
    .filter(hasSoundExpressions),
  fc.array(sign, { maxLength: 60 }).map((signs) => signs.join("").replaceAll("{", "[")),
  fc.string({ unit: "binary" }),
);
const leaf = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(text, tie("value"), { maxKeys: 3 }),
  ),
}));

/** Writes each document that can be expressed, and reads them back together: reading costs by the call. */
async function writtenAndRead<T extends Json>(documents: readonly T[]) {
  const written = documents.flatMap((document) => {
    let problems = 0;
    const files = stackFiles({ name: "any", document }, () => () => problems++);
    return problems > 0 ? [] : [{ document, hcl: [...files.values()].join("\n") }];
  });
  const read = await readBack(written.map(({ hcl }) => hcl).join("\n"));
  return { read, written };
}

/** Terraform reads what is one character in one form. */
function composed(json: unknown): unknown {
  if (typeof json === "string") return json.normalize("NFC");
  if (Array.isArray(json)) return json.map(composed);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, each]) => [key.normalize("NFC"), composed(each)]),
  );
}

const several = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.array(arbitrary, { minLength: 10, maxLength: 20 });

test("any value of an output that can be expressed is read back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(several(value), async (values) => {
      const documents = values.map((each, index) => ({
        output: { [`o${index}`]: { value: composed(each) } },
      }));
      const { read, written } = await writtenAndRead(documents);
      const outputs = Object.assign({}, ...written.map(({ document }) => document.output)) as Json;
      expect(differences(objectIn(read["output"]), outputs)).toEqual([]);
    }),
    runs(100),
  );
});

test("any text without braces can be expressed, and is read back as it was", async () => {
  const plain = several(text.map((each) => each.replaceAll("{", "[")));
  await fc.assert(
    fc.asyncProperty(plain, async (texts) => {
      const wellFormed = texts.filter((each) => !/\p{Cs}|^\ufeff/u.test(each));
      const documents = wellFormed.map((each, index) => ({
        output: { [`o${index}`]: { value: composed(each) } },
      }));
      const { read, written } = await writtenAndRead(documents);
      expect(written).toHaveLength(wellFormed.length);
      const outputs = Object.assign({}, ...documents.map(({ output }) => output)) as Json;
      expect(differences(objectIn(read["output"]), outputs)).toEqual([]);
    }),
    runs(100),
  );
});

test("any JSON in a policy is read back as it was", async () => {
  const policy = value.filter((each) => hasSoundExpressions(JSON.stringify(each)));
  await fc.assert(
    fc.asyncProperty(several(policy), async (values) => {
      const documents = values.map((each, index) => ({
        resource: { aws_sns_topic: { [`t${index}`]: { policy: composed(JSON.stringify(each)) } } },
      }));
      const { read, written } = await writtenAndRead(documents);
      const topics = Object.assign(
        {},
        ...written.map(({ document }) => document.resource.aws_sns_topic),
      ) as Json;
      const found = objectIn(objectIn(read["resource"])["aws_sns_topic"]);
      expect(differences(found, topics)).toEqual([]);
    }),
    runs(100),
  );
});

test("what Terraform does not evaluate is read back without its escapes", async () => {
  await fc.assert(
    fc.asyncProperty(several(text), async (texts) => {
      // Terraform does not take a brace with a combining mark for one.
      const wellFormed = texts.filter((each) => !/\p{Cs}|[$%]\{\p{M}/u.test(each));
      const documents = wellFormed.map((each, index) => ({
        variable: { [`v${index}`]: { default: composed(each) } },
      }));
      const { read, written } = await writtenAndRead(documents);
      expect(written).toHaveLength(wellFormed.length);
      for (const [index, { document }] of written.entries()) {
        const [found] = objectIn(read["variable"])[`v${index}`] as readonly Json[];
        // The reader writes what is text as text of JSON syntax, where it would be evaluated.
        const said = String(found?.["default"]).replace(/([$%])\1\{/gu, "$1{");
        expect(said).toBe(Object.values(document.variable)[0]?.default);
      }
    }),
    runs(100),
  );
});
