import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configuration } from "../src/config/keys";
import type { GroupKey, Key, VariantsKey } from "../src/config/keys/key";
import { allowedOf, defaultOf, sentence } from "../src/config/keys/described";

const chat = "../aws/chat-channels";
const chatSource = readFileSync(join(__dirname, "../src/config", `${chat}.ts`), "utf8");

/** Types that are declared with what AWS, the catalog and the guards say of them. */
const declaredIn: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...chatSource.matchAll(/^export interface (\w+Channel) /gm)].map(([, name = ""]) => [
      name,
      chat,
    ]),
  ),
  EmailContact: "../aws/notification-contacts",
  NotificationAggregation: "../aws/notification-contacts",
  MessageFormat: "../catalog",
  MessageStyle: "../catalog",
  Severity: "../catalog",
  WatchedUsers: "../guards",
};

const imports = [...new Set(Object.values(declaredIn))].map((from) => {
  const names = Object.keys(declaredIn).filter((name) => declaredIn[name] === from);
  return `import type { ${names.join(", ")} } from "${from}";`;
});

const longestLine = 96;

function comment(lines: readonly string[]): string {
  const wrapped = lines.flatMap((line) =>
    line.split(" ").reduce<string[]>((done, word) => {
      const last = done.at(-1);
      if (last === undefined || last.length + word.length >= longestLine) return [...done, word];
      return [...done.slice(0, -1), `${last} ${word}`];
    }, []),
  );
  return wrapped.length === 1
    ? `/** ${wrapped.join("")} */`
    : `/**\n${wrapped.map((line) => ` * ${line}`).join("\n")}\n */`;
}

function documented(key: Key): string {
  const allowed = key.type === "choice" || key.type === "map" ? undefined : allowedOf(key);
  const otherwise = key.required ? undefined : defaultOf(key);
  const shown = typeof key.default === "string" ? `"${key.default}"` : `${key.default ?? ""}`;
  return comment([
    [key.description, ...(allowed === undefined ? [] : [sentence(allowed)])].join(" "),
    ...(otherwise === undefined
      ? []
      : [`@default ${key.default === undefined ? `- ${otherwise}` : shown}`]),
  ]);
}

/** Everything that is declared, by name. */
const declarations = new Map<string, string>();

function declared(name: string | undefined, type: string, declaration: (name: string) => string) {
  if (name === undefined) return type;
  if (!(name in declaredIn)) declarations.set(name, declaration(name));
  return name;
}

function fieldsOf({ keys }: GroupKey, type?: string): string {
  const fields = Object.entries(keys).map(
    ([name, key]) =>
      `${documented(key)}\nreadonly ${name}${key.required ? "" : "?"}: ${typeOf(key)};`,
  );
  return ["{", ...(type === undefined ? [] : [`readonly type: "${type}";`]), ...fields, "}"].join(
    "\n",
  );
}

function typeOfGroup(group: GroupKey, type?: string): string {
  const fields = fieldsOf(group, type);
  return declared(
    group.as,
    fields,
    (name) => `${comment([group.description])}\nexport interface ${name} ${fields}`,
  );
}

function typeOfVariants(key: VariantsKey): string {
  const union = Object.entries(key.variants)
    .map(([type, each]) => typeOfGroup(each, type))
    .join(" | ");
  return declared(
    key.as,
    union,
    (name) => `${comment([key.description])}\nexport type ${name} = ${union};`,
  );
}

function typeOf(key: Key): string {
  switch (key.type) {
    case "text":
      return "string";
    case "number":
      return "number";
    case "flag":
      return "boolean";
    case "choice": {
      const union = key.choices.map((word) => JSON.stringify(word)).join(" | ");
      return declared(
        key.as,
        union,
        (name) => `${comment([key.description])}\nexport type ${name} = ${union};`,
      );
    }
    case "word-or-group":
      return `${typeOf(key.word)} | ${typeOfGroup(key.group)}`;
    case "list":
      return `readonly ${key.item.type === "choice" ? `(${typeOf(key.item)})` : typeOf(key.item)}[]`;
    case "map":
      return `Readonly<Record<string, ${typeOf(key.value)}>>`;
    case "group":
      return typeOfGroup(key);
    case "variants":
      return typeOfVariants(key);
  }
}

/** The types of a configuration, documented, in TypeScript. */
export function configurationTypes(): string {
  declarations.clear();
  typeOf(configuration);
  return [
    "/* eslint-disable max-lines -- Written by npm run docs from src/config/keys. */",
    imports.join("\n"),
    ...declarations.values(),
  ].join("\n\n");
}
