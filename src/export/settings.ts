import type { Json } from "../json/value";
import { membersIn, objectsIn } from "./body";
import type { Block, Paragraph } from "./hcl/block";
import type { Assignment } from "./hcl/lines";
import { asItIs, valueLines } from "./hcl/value";
import { literal, ownBody } from "./meta-arguments";
import { orReport, type Report } from "./report";
import type { PlacedBlock } from "./placed-block";

/** The `terraform` blocks: versions, and where the state is. */
export function settingsBlocks(value: unknown, report: Report): readonly PlacedBlock[] {
  return objectsIn("terraform", value, report).flatMap((body) => {
    const { backend, cloud, required_providers: required, ...rest } = body;
    const versions: readonly Paragraph[] = [
      ...ownBody({ body: rest, arguments: { required_version: literal } }, "terraform", report),
      ...objectsIn("required_providers", required, report).map((each) => ({
        type: "required_providers",
        body: [literals(each, report)],
      })),
    ];
    const state: readonly Block[] = [
      ...membersIn("backend", backend, report).flatMap(([type, settings]) =>
        objectsIn(type, settings, report).map((each) => ({
          type: "backend",
          labels: [word(type, report)],
          body: stateBody(each, report),
        })),
      ),
      ...objectsIn("cloud", cloud, report).map((each) => ({
        type: "cloud",
        body: stateBody(each, report),
      })),
    ];
    return [
      { file: "versions.tf", block: { type: "terraform", body: versions } },
      ...(state.length === 0
        ? []
        : [{ file: "backend.tf", block: { type: "terraform", body: state } }]),
    ];
  });
}

/** The only block inside a backend is that of workspaces; other objects, such as a role, are arguments. */
function stateBody(body: Json, report: Report): readonly Paragraph[] {
  const { workspaces, ...rest } = body;
  return [
    literals(rest, report),
    ...objectsIn("workspaces", workspaces, report).map((each) => ({
      type: "workspaces",
      body: [literals(each, report)],
    })),
  ];
}

function literals(body: Json, report: Report): readonly Assignment[] {
  return Object.entries(body)
    .filter(([name]) => name !== "//")
    .map(([name, value]): Assignment => [
      word(name, report),
      orReport(report, [], () => valueLines(value, asItIs)),
    ]);
}

function word(name: string, report: Report): string {
  if (!/^[A-Za-z_][\w-]*$/u.test(name)) report(`${JSON.stringify(name)} is not a valid name`);
  return name;
}
