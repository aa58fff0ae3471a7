import { LatestCache } from "../../cache";
import { listIn, objectIn, type Json } from "../../json/value";

/** What a block holds that Terraform takes for templates, and the address of the block. */
export type BlockExpressions = readonly [address: string, json: unknown];

/** Arguments of a resource that are no templates, or in which it may name itself. */
const apart = new Set(["//", "provider", "depends_on", "lifecycle", "provisioner", "connection"]);

/** The arguments of resources, data sources and outputs, and local values: a block waits for what they name. */
export function argumentExpressions(document: Json): readonly BlockExpressions[] {
  return inArguments.get(document, () => argumentsOf(document));
}

const inArguments = new LatestCache<readonly BlockExpressions[]>();

function argumentsOf(document: Json): readonly BlockExpressions[] {
  return [
    ...bodiesOf(document).map(([address, body]): BlockExpressions => {
      const own = Object.entries(body).filter(([name]) => !apart.has(name));
      return [address, Object.fromEntries(own)];
    }),
    ...Object.entries(objectIn(document["output"])).map(([name, body]): BlockExpressions => {
      const { value, precondition } = objectIn(body);
      return [`output.${name}`, { value, precondition }];
    }),
    ...listIn(document["locals"])
      .flatMap((block) => Object.entries(objectIn(block)))
      .filter(([name]) => name !== "//")
      .map(([name, value]): BlockExpressions => [`local.${name}`, value]),
  ];
}

/**
 * Every expression of a stack: besides {@link argumentExpressions} those of conditions, provisioners, checks
 * and providers, in which something may name itself.
 */
export function expressionsOf(document: Json): readonly BlockExpressions[] {
  return inAll.get(document, () => allOf(document));
}

const inAll = new LatestCache<readonly BlockExpressions[]>();

function allOf(document: Json): readonly BlockExpressions[] {
  const within = (section: string, names: readonly string[]): readonly BlockExpressions[] =>
    Object.entries(objectIn(document[section])).flatMap(([label, blocks]) =>
      listIn(blocks).map((block): BlockExpressions => {
        const parts = names.map((name) => [name, objectIn(block)[name]] as const);
        return [`${section === "variable" ? "var" : section}.${label}`, Object.fromEntries(parts)];
      }),
    );
  return [
    ...argumentExpressions(document),
    ...bodiesOf(document).map(([address, body]): BlockExpressions => {
      const conditions = listIn(body["lifecycle"]).map((block) => {
        const { precondition, postcondition } = objectIn(block);
        return { precondition, postcondition };
      });
      return [address, { lifecycle: conditions, provisioner: body["provisioner"] }];
    }),
    ...within("variable", ["validation"]),
    ...within("check", ["assert", "data"]),
    ...Object.entries(objectIn(document["provider"])).map(([name, blocks]): BlockExpressions => [
      `provider.${name}`,
      blocks,
    ]),
  ];
}

/** The body of a block, by the address of the block. */
type Body = readonly [address: string, body: Json];

/** The bodies of resources and data sources. */
export function bodiesOf(document: Json): readonly Body[] {
  return bodies.get(document, () => allBodies(document));
}

const bodies = new LatestCache<readonly Body[]>();

function allBodies(document: Json): readonly Body[] {
  const data = bodiesIn(document["data"]).map(
    ([address, body]) => [`data.${address}`, body] as const,
  );
  return [...resourceBodies(document), ...data];
}

/** The bodies of resources. */
export function resourceBodies(document: Json): readonly Body[] {
  return bodiesIn(document["resource"]);
}

function bodiesIn(section: unknown): readonly Body[] {
  return Object.entries(objectIn(section)).flatMap(([type, named]) =>
    Object.entries(objectIn(named)).map(
      ([name, body]) => [`${type}.${name}`, objectIn(listIn(body)[0])] as const,
    ),
  );
}
