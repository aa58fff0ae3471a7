import type { JsonSchema } from "./json-schema";

function typeOf({ type, const: value, items, oneOf, properties }: JsonSchema): string {
  if (value !== undefined) return `\`${value}\``;
  if (items) return `list of ${items.properties ? "groups" : `${items.type ?? "value"}s`}`;
  if (oneOf ?? properties) return "group";
  if (type === "object") return "group of strings";
  return type ?? "value";
}

function row([key, schema]: [string, JsonSchema], required: readonly string[] = []): string {
  const meaning = (schema.description ?? "").replaceAll("|", "\\|");
  return `| \`${key}\` | ${typeOf(schema)} | ${required.includes(key) ? "yes" : "no"} | ${meaning} |`;
}

function table({ properties = {}, required }: JsonSchema): string {
  return [
    "| key | type | required | meaning |",
    "| --- | --- | --- | --- |",
    ...Object.entries(properties).map((entry) => row(entry, required)),
  ].join("\n");
}

/** A section per group of keys: the group itself, each of its forms, then the groups within it. */
function sections(path: string, schema: JsonSchema): readonly string[] {
  if (schema.items)
    return sections(`${path}[]`, { ...schema.items, description: schema.description ?? "" });
  const intro = schema.description ?? "";
  if (schema.oneOf) {
    const forms = schema.oneOf.map((form) => {
      const { const: type = "", description = "" } = form.properties?.["type"] ?? {};
      return `### \`${path}\` with \`type: ${type}\`\n\n${description}\n\n${table(form)}`;
    });
    return [`## \`${path}\`\n\n${intro}`, ...forms];
  }
  if (!schema.properties) return [];
  return [
    `## ${path === "" ? "The file" : `\`${path}\``}\n\n${intro}\n\n${table(schema)}`,
    ...Object.entries(schema.properties).flatMap(([key, inner]) =>
      sections(path === "" ? key : `${path}.${key}`, inner),
    ),
  ];
}

/** Reference of every key of the configuration file, in Markdown. */
export function configurationReference(schema: JsonSchema): string {
  return [
    "<!-- Written by npm run docs from src/config/shape/schema.ts. -->",
    "# Configuration",
    "`signin-alerts.yaml`, or the file that `SIGNIN_ALERTS_CONFIG` names. Every mistake in it is reported at once, with its line and its fix, before anything is generated. Editors check it while you type: its first line names [the schema](../schema/signin-alerts.schema.json).",
    ...sections("", schema),
  ].join("\n\n");
}
