import { configuration } from "../src/config/keys";
import type { GroupKey, Key } from "../src/config/keys/key";
import { allowedOf, defaultOf } from "../src/config/keys/described";

const types: Readonly<Record<Key["type"], string>> = {
  text: "text",
  number: "number",
  flag: "true or false",
  choice: "word",
  "word-or-group": "word or group",
  list: "list",
  map: "group of texts",
  group: "group",
  variants: "group",
};

function typeOf(key: Key): string {
  if (key.type === "list") return `list of ${types[key.item.type]}s`;
  return key.type === "map" && key.value.type === "word-or-group"
    ? "group of words or groups"
    : types[key.type];
}

function row(name: string, key: Key): string {
  const otherwise = key.required ? "required" : (defaultOf(key) ?? "");
  const cells = [
    `\`${name}\``,
    typeOf(key),
    key.default === undefined ? otherwise : `\`${otherwise}\``,
    allowedOf(key) ?? "",
    key.description,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/(?<!`)\*(?!`)/g, "\\*")).join(" | ")} |`;
}

function table({ keys }: GroupKey): string {
  if (Object.keys(keys).length === 0) return "";
  return [
    "| key | type | default | allowed | meaning |",
    "| --- | --- | --- | --- | --- |",
    ...Object.entries(keys).map(([name, key]) => row(name, key)),
  ].join("\n");
}

/** A section per group of keys: the group itself, each of its forms, then the groups within it. */
function sections(path: string, key: Key): readonly string[] {
  if (key.type === "list") return sections(`${path}[]`, key.item);
  if (key.type === "map") return sections(`${path}.NAME`, key.value);
  if (key.type === "word-or-group") return sections(path, key.group);
  if (key.type === "variants") {
    const forms = Object.entries(key.variants).map(
      ([type, form]) =>
        `### \`${path}\` with \`type: ${type}\`\n\n${form.description}\n\n${table(form)}`,
    );
    return [`## \`${path}\`\n\n${key.description} Default: ${key.otherwise ?? ""}.`, ...forms];
  }
  if (key.type !== "group") return [];
  return [
    `## ${path === "" ? "The file" : `\`${path}\``}\n\n${key.description}\n\n${table(key)}`,
    ...Object.entries(key.keys).flatMap(([name, inner]) =>
      sections(path === "" ? name : `${path}.${name}`, inner),
    ),
  ];
}

/** Reference of every key of the configuration file, in Markdown. */
export function configurationReference(): string {
  return [
    "<!-- Written by npm run docs from src/config/keys. -->",
    "# Configuration",
    "`signin-alerts.yaml`, or the file that `SIGNIN_ALERTS_CONFIG` names. Everything that is wrong in it is reported at once, with its line and its fix, before anything is generated. Editors check it while you type: its first line names [the schema](../schema/signin-alerts.schema.json).",
    ...sections("", configuration),
  ].join("\n\n");
}
