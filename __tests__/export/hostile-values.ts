import type { Json } from "../../src/json/value";

/** A document of Terraform's JSON syntax as text, by what is odd in it. */
export type Documents = Readonly<Record<string, string>>;

const output = (json: string): string => `{"output":{"o":{"value":${json}}}}`;
const text = (value: string): string => output(JSON.stringify(value));
const topic = (body: Json): string =>
  JSON.stringify({ resource: { aws_sns_topic: { t: { name: "t", ...body } } } });
const trail = (body: Json): string => JSON.stringify({ resource: { aws_cloudtrail: { t: body } } });

/** How deep objects and lists are in each other, beside those around an output. */
function nested(levels: number): string {
  return `${'[{"k":'.repeat(levels / 2)}"x"${"}]".repeat(levels / 2)}`;
}

const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join("");

/** Texts that HCL, heredocs, templates or readers could take for something else. */
export const texts: Documents = {
  "an escaped expression": text("$${a.b} and %%{c}"),
  "an expression behind a dollar": text("$$${a.b}$"),
  "two escapes": text("$$$${a.b}"),
  "a percent sign at the end": text("100%"),
  "a mark of heredocs on a line": text("a\nEOT\nb"),
  "a mark of heredocs with spaces": text("a\n   EOT   \nb"),
  "a heredoc": text("<<-EOT\nx\nEOT\n"),
  "line ends of Windows": text("a\r\nb\r\n"),
  "lines that are indented": text("    a\n  b\n\n      ${c.d}"),
  "lines of spaces": text("  \n  \n"),
  "lines with expressions": text("a\n${b.c}\n$${d}\n%%{e}"),
  tabs: text("\tx\n\ty"),
  "control characters": text(controls),
  "further control characters": text("\u007f\u0080\u009b\u009d"),
  "text that runs to the left": text("a\u202eb\u2066c\u061c"),
  "a byte order mark within": text("a\ufeffb"),
  "a family and a flag": text("👩‍👩‍👧 🇩🇪 é"),
  "a joiner before a quote": text('a\u200d"b'),
  "a combining mark behind a quote": text('"\u0301'),
  "separators of lines": text("a\u2028b\u2029c\u0085d"),
  "a backslash at the end": text('\\u0041\\n"\\'),
  "a megabyte": text("x".repeat(1_000_000)),
  "ten thousand lines": text("a\n".repeat(10_000)),
  "comments of HCL": text("a # b // c /* d */"),
};

/** Keys, numbers and other values. */
export const values: Documents = {
  "keys of signs": output('{"":1,"a.b":2,"a\\"b":3,"(a)":4,"a b":5,"1":6,"a-b":7,"${a.b}":8}'),
  "keys that are words": output('{"true":1,"null":2,"for":3,"if":4,"in":5,"//":6}'),
  "a key with lines": output('{"a\\nEOT\\nb":1}'),
  "a key that JavaScript has, too": output('{"constructor":1,"toString":2}'),
  null: output("null"),
  "nothing in a list": output("[null,[],{},[null]]"),
  "an argument that is null": topic({ display_name: null }),
  "the largest number": output("9007199254740991"),
  "the smallest number": output("[5e-324,-5e-324,-0,0.1]"),
  "eighty levels": output(nested(80)),
};

/** Expressions and blocks. */
export const expressions: Documents = {
  "a function of a provider": text("${provider::aws::arn_parse(a.b).service}"),
  "a choice": text('${a.b != "" ? "x" : "y"}'),
  "a list of items": text('${[for k, v in a.b : k if v != ""]}'),
  "an object of items": text("${{for k, v in a.b : k => v...}}"),
  "parts of all items": text("${a.b[*].c}"),
  "an expression in a key": text('${a.b["${c.d}"]}'),
  "a dynamic block": trail({
    dynamic: {
      event_selector: {
        for_each: "${a.b}",
        iterator: "each_one",
        content: { read_write_type: "${each_one.value}" },
      },
    },
  }),
  "a moved block":
    '{"moved":[{"from":"aws_sns_topic.a[\\"x.y\\"]","to":"module.m.aws_sns_topic.b[0]"}]}',
  "an import block": '{"import":[{"to":"aws_sns_topic.a","id":"arn:${a.b}","provider":"aws.x"}]}',
  "a removed block": '{"removed":[{"from":"aws_sns_topic.a","lifecycle":{"destroy":false}}]}',
  "a check block": '{"check":{"c":{"assert":[{"condition":"${a.b}","error_message":"m"}]}}}',
  "a count": topic({ count: "${a.b ? 1 : 0}" }),
  "a policy that is not JSON as it is written": topic({ policy: '{ "a": [1e5, "<&>"], "a": 2 }' }),
  "a name of other letters": '{"output":{"größe":{"value":1}}}',
};

/** What is refused, and why. */
export const refusals: Readonly<Record<string, readonly [document: string, problem: string]>> = {
  "an expression that does not end": [text("${ a"), "s output.o: } is missing at character 5"],
  "an expression of nothing": [text("${}"), "s output.o: an expression is missing at character 3"],
  "a directive": [
    text("%{ if a.b }x%{ endif }"),
    "s output.o: a template directive %{ is not supported",
  ],
  "a comment in an expression": [
    text("${a.b /* } */}"),
    "s output.o: an expression with a comment, heredoc or backslash is not supported",
  ],
  "a heredoc in an expression": [
    text("${<<EOT\nx\nEOT\n}"),
    "s output.o: an expression with a comment, heredoc or backslash is not supported",
  ],
  "a strip mark": [text("a\n  ${~b.c}\nd"), "s output.o: a strip mark ~ is not supported"],
  "a byte order mark": [
    text("\ufeffa"),
    "s output.o: a text that begins with a byte order mark is not supported",
  ],
  "half a character": [output('"\\ud800"'), "s output.o: a text is not valid Unicode"],
  "a number that is too large": [
    output("1e400"),
    "s cdk.tf.json: the number 1e400 has more digits than are read, would not be exported: delete it, or generate anew",
  ],
  "a number of many digits": [
    output("0.12345678901234567890"),
    "s cdk.tf.json: the number 0.12345678901234567890 has more digits than are read, would not be exported: delete it, or generate anew",
  ],
  "a key twice": [
    '{"output":{"o":{"value":{"a":1,"\\u0061":2}}}}',
    's cdk.tf.json: an object has the key "a" twice, would not be exported: delete it, or generate anew',
  ],
  "a dynamic block of no type": [
    topic({ dynamic: { nope: { for_each: [], content: {} } } }),
    "s aws_sns_topic.t: nope is not a block of aws_sns_topic",
  ],
  "an expression for a block": [
    trail({ event_selector: "${a.b}" }),
    "s aws_cloudtrail.t: event_selector is a block, which has to be an object",
  ],
  "an address with another block in it": [
    '{"moved":[{"from":"a.b\\n}\\nresource","to":"c.d"}]}',
    's moved: "a.b\\n}\\nresource" is not an address',
  ],
  "an import by identity": [
    '{"import":[{"to":"a.b","identity":{"arn":"x"}}]}',
    "s import: identity of import is not supported",
  ],
  "a removed block with a provisioner": [
    '{"removed":[{"from":"a.b","provisioner":{"local-exec":{}}}]}',
    "s removed: provisioner of removed is not supported",
  ],
  "a type with another block in it": [
    '{"variable":{"v":{"type":"string\\n}\\nresource"}}}',
    's variable.v: "string\\n}\\nresource" is not a type',
  ],
  "a name with another block in it": [
    '{"output":{"a\\" {}":{"value":1}}}',
    's output.a" {}: it is not a valid name',
  ],
  "an ephemeral resource": [
    '{"ephemeral":{"aws_kms_secrets":{"s":{}}}}',
    "s ephemeral: blocks of this type are not supported",
  ],
};

/** What cannot be read at all. */
export const unreadable: Readonly<Record<string, readonly [document: string, problem: string]>> = {
  "too many levels": [output(nested(400)), "it is nested more than 100 levels deep"],
  "a key that JavaScript gives a meaning": [output('{"__proto__":1}'), "it has a key __proto__"],
  "half a document": ['{"output":', "is not valid JSON, perhaps it is cut off"],
  "a list of numbers": ["[1]", "does not hold a JSON object"],
};
