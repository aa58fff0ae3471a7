import { objectIn, textIn, type Json } from "../json/value";
import { schemaOf, serviceOf } from "../coverage/resource-types";
import { membersIn, objectsIn, schemaBody } from "./body";
import type { Paragraph } from "./hcl/block";
import { NAME } from "./hcl/names";
import {
  address,
  addresses,
  condition,
  expression,
  literal,
  ownArguments,
  ownBody,
  withMetaArguments,
  type ArgumentWriter,
  type OwnBody,
} from "./meta-arguments";
import { otherSchemaOf } from "./other-schemas";
import type { PlacedBlock } from "./placed-block";
import type { Report, ReportAt } from "./report";
import { settingsBlocks } from "./settings";

type Section = (value: unknown, at: ReportAt) => readonly PlacedBlock[];

const verbatim: ArgumentWriter = (value, report) => {
  // A type is an expression that JSON has as text.
  if (typeof value === "string" && /^[\w(){}\[\]=,. "]+$/u.test(value)) return [value];
  report(`${JSON.stringify(value)} is not a type`);
  return [];
};

const output = {
  arguments: {
    description: literal,
    value: expression,
    sensitive: literal,
    ephemeral: literal,
    depends_on: addresses,
  },
  blocks: { precondition: condition },
};

const variable = {
  arguments: {
    type: verbatim,
    description: literal,
    default: literal,
    sensitive: literal,
    ephemeral: literal,
    nullable: literal,
  },
  blocks: { validation: condition },
};

const moved = { arguments: { from: address, to: address } };
const imported = {
  arguments: { to: address, id: expression, provider: address, for_each: expression },
};
const removed = { arguments: { from: address }, blocks: { lifecycle: { destroy: literal } } };

/** Every section of Terraform's JSON syntax that is exported. */
const sections: Readonly<Record<string, Section>> = {
  terraform: (value, at) => settingsBlocks(value, at("terraform")),
  provider: providers,
  variable: (value, at) => labelled("variable", "variables.tf", value, variable, at),
  locals: (value, at) => locals(value, at("locals")),
  data: (value, at) => resources("data", value, at),
  resource: (value, at) => resources("resource", value, at),
  output: (value, at) => labelled("output", "outputs.tf", value, output, at),
  check: checks,
  moved: (value, at) => unlabelled("moved", "moved.tf", value, moved, at),
  import: (value, at) => unlabelled("import", "imports.tf", value, imported, at),
  removed: (value, at) => unlabelled("removed", "removed.tf", value, removed, at),
};

/** The blocks of a stack, each in the file where a reader looks for it. */
export function placedBlocks(document: Json, at: ReportAt): readonly PlacedBlock[] {
  return Object.entries(document).flatMap(([name, value]) => {
    if (name === "//") return [];
    const section = Object.hasOwn(sections, name) ? sections[name] : undefined;
    if (section === undefined) at(name)("blocks of this type are not supported");
    return section?.(value, at) ?? [];
  });
}

function providers(value: unknown, at: ReportAt): readonly PlacedBlock[] {
  return membersIn("provider", value, at("provider")).flatMap(([name, bodies]) => {
    const report = at(`provider.${name}`);
    const schema = otherSchemaOf(`provider.${name}`);
    if (schema === undefined) report("the provider is not known");
    if (schema === undefined) return [];
    return objectsIn(name, bodies, report).map((body) => {
      const { alias, ...rest } = body;
      const own = schemaBody(rest, schema, { type: `provider.${name}` }, report);
      const written =
        alias === undefined
          ? []
          : ownBody({ body: { alias }, arguments: { alias: literal } }, name, report);
      return placed("providers.tf", "provider", [name], [...written, ...own]);
    });
  });
}

function resources(
  section: "data" | "resource",
  value: unknown,
  at: ReportAt,
): readonly PlacedBlock[] {
  const prefix = section === "data" ? "data." : "";
  return membersIn(section, value, at(section)).flatMap(([type, named]) => {
    const schema = section === "data" ? otherSchemaOf(`data.${type}`) : schemaOf(type);
    const file = `${(section === "data" ? undefined : serviceOf(type)) ?? "data"}.tf`;
    const address = `${prefix}${type}`;
    if (schema === undefined) {
      at(address)("the type is not known: what is a block in it, and what an argument?");
      return [];
    }
    return membersIn(type, named, at(address)).flatMap(([name, bodies]) => {
      const report = at(`${address}.${name}`);
      checkName(name, report);
      return objectsIn(name, bodies, report).map((body) => {
        const own = schemaBody(ownArguments(body), schema, { type: address }, report);
        const block = {
          type: section,
          labels: [type, name],
          body: withMetaArguments(body, own, report),
        };
        return { file, block, order: orderOf(body) };
      });
    });
  });
}

/** The path of its construct, which cdktf writes beside it: the main resource first, then what belongs to it. */
function orderOf(body: Json): string {
  const path = textIn(objectIn(objectIn(body["//"])["metadata"])["path"]) ?? "";
  return path.replace(/\/Resource$/u, "").replaceAll("/", "\u0000");
}

function locals(value: unknown, report: Report): readonly PlacedBlock[] {
  return objectsIn("locals", value, report).map((body) => {
    const written = Object.fromEntries(
      Object.keys(body).map((name) => {
        checkName(name, report);
        return [name, expression] as const;
      }),
    );
    return placed(
      "locals.tf",
      "locals",
      [],
      ownBody({ body, arguments: written }, "locals", report),
    );
  });
}

function checks(value: unknown, at: ReportAt): readonly PlacedBlock[] {
  return membersIn("check", value, at("check")).flatMap(([name, bodies]) => {
    const report = at(`check.${name}`);
    checkName(name, report);
    return objectsIn(name, bodies, report).map(({ data, ...body }) =>
      placed(
        "checks.tf",
        "check",
        [name],
        [
          ...resources("data", data, at).map(({ block }) => block),
          ...ownBody({ body, arguments: {}, blocks: { assert: condition } }, "check", report),
        ],
      ),
    );
  });
}

function labelled(
  type: string,
  file: string,
  value: unknown,
  own: Omit<OwnBody, "body">,
  at: ReportAt,
): readonly PlacedBlock[] {
  return membersIn(type, value, at(type)).flatMap(([name, bodies]) => {
    const report = at(`${type}.${name}`);
    checkName(name, report);
    return objectsIn(name, bodies, report).map((body) =>
      placed(file, type, [name], ownBody({ body, ...own }, type, report)),
    );
  });
}

function unlabelled(
  type: string,
  file: string,
  value: unknown,
  own: Omit<OwnBody, "body">,
  at: ReportAt,
): readonly PlacedBlock[] {
  const report = at(type);
  return objectsIn(type, value, report).map((body) =>
    placed(file, type, [], ownBody({ body, ...own }, type, report)),
  );
}

function placed(
  file: string,
  type: string,
  labels: readonly string[],
  body: readonly Paragraph[],
): PlacedBlock {
  return { file, block: { type, labels, body } };
}

function checkName(name: string, report: Report): void {
  if (!NAME.test(name)) report("it is not a valid name");
}
