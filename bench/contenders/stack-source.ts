import { isJsonObject, jsonIn, listIn, objectIn, textIn, type Json } from "../../src/json/value";
import type { GeneratedStack } from "../generated-stacks";

/** Attributes whose keys are the user's, not Terraform's. */
const maps: readonly string[] = ["tags", "input_paths", "dimensions"];

/** Attributes that the provider's classes name otherwise than Terraform does. */
const renamed: Readonly<Record<string, string>> = { equals: "equalTo" };

function camelCase(name: string): string {
  return renamed[name] ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The props of a construct for attributes in Terraform's JSON. */
function propsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(propsOf);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      camelCase(name),
      maps.includes(name) ? item : propsOf(item),
    ]),
  );
}

function withoutComment(attributes: Json): Json {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== "//"));
}

const reference = /\$\{(aws_\w+\.[\w-]+)\.(\w+)\}/g;

/**
 * The stack as a program that knows only cdktf: statements with literals, in which `id` stands for the
 * id of the account.
 */
export function stackSource(stack: GeneratedStack, account = "no account"): string {
  const { terraform, provider, resource, output } = stack.document;
  const { backend, required_providers, required_version } = objectIn(terraform);
  const statements: string[] = [];
  const variables = new Map<string, string>();
  const resources = new Map(
    Object.entries(objectIn(resource)).flatMap(([type, ofType]) =>
      Object.entries(objectIn(ofType)).map(([id, attributes]) => [
        `${type}.${id}`,
        { type, id, attributes: withoutComment(objectIn(attributes)) },
      ]),
    ),
  );
  const declared = (key: string, value: () => string): string => {
    const known = variables.get(key);
    if (known !== undefined) return known;
    // First, as what it refers to is declared before it.
    const expression = value();
    const name = `v${variables.size}`;
    variables.set(key, name);
    statements.push(`const ${name} = ${expression};`);
    return name;
  };
  const textSource = (text: string): string => {
    if (text.includes(account) && !text.includes("${aws_") && isJsonObject(jsonIn(text))) {
      return `JSON.stringify(${source(jsonIn(text))})`;
    }
    return JSON.stringify(text)
      .replaceAll(account, '"+id+"')
      .replace(reference, (_, address: string, attribute: string) => {
        const name = declared(`${address}.${attribute}`, () => {
          return `${resourceSource(address)}.getStringAttribute("${attribute}")`;
        });
        return `"+${name}+"`;
      })
      .replace(/^""\+|\+""$/g, "");
  };
  const source = (value: unknown): string => {
    if (typeof value === "string") return textSource(value);
    if (Array.isArray(value)) return `[${value.map(source).join(",")}]`;
    if (!isJsonObject(value)) return JSON.stringify(value);
    const entries = Object.entries(value).map(
      ([key, item]) => `[${textSource(key)}]:${source(item)}`,
    );
    return `{${entries.join(",")}}`;
  };
  const resourceSource = (address: string): string =>
    declared(address, () => {
      const { type, id, attributes } = resources.get(address) ?? {
        type: address,
        id: "",
        attributes: {},
      };
      const { provider: alias, depends_on: dependsOn, for_each: forEach, ...rest } = attributes;
      const regions = [...(textIn(forEach) ?? "").matchAll(/"[a-z0-9-]+"/g)].join(",");
      const after = listIn(dependsOn).map((other) => resourceSource(String(other)));
      return `new ${type}(stack, ${source(id)}, {
        ...${source(propsOf(rest))},
        provider: ${variables.get(String(alias)) ?? ""},
        ${regions === "" ? "" : `forEach: TerraformIterator.fromList([${regions}]),`}
        ${after.length === 0 ? "" : `dependsOn: [${after.join(",")}],`}
      })`;
    });
  statements.push(
    `const stack = new TerraformStack(app, ${source(stack.name)});`,
    `stacks.set(stack.node.id, stack);`,
    ...stack.dependencies.map((name) => `stack.addDependency(stacks.get(${source(name)}));`),
    `new LocalBackend(stack, ${source(objectIn(backend)["local"])});`,
    `stack.addOverride("terraform.required_version", ${source(required_version)});`,
    `stack.addOverride("terraform.required_providers.aws", ${source(objectIn(required_providers)["aws"])});`,
  );
  for (const settings of listIn(objectIn(provider)["aws"])) {
    const { alias } = objectIn(settings);
    const address = typeof alias === "string" ? `aws.${alias}` : "aws";
    declared(
      address,
      () => `new AwsProvider(stack, ${source(address)}, ${source(propsOf(settings))})`,
    );
  }
  for (const address of resources.keys()) resourceSource(address);
  for (const [id, value] of Object.entries(objectIn(output))) {
    const literal = source(value);
    statements.push(`new TerraformOutput(stack, ${source(id)}, ${literal});`);
  }
  return statements.join("\n");
}
