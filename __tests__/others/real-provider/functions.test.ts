import { tmpdir } from "node:os";
import { signatures, typeText, type Parameter } from "../../../src/coverage/inventory/constants";
import { offline, run } from "../../terraform/terraform-command";
import { describeJudged, timed } from "../describe-judged";

interface WrittenParameter {
  readonly type: unknown;
  readonly is_nullable?: boolean;
}

interface WrittenSignature {
  readonly parameters?: readonly WrittenParameter[];
  readonly variadic_parameter?: WrittenParameter;
}

/** What only OpenTofu has. */
const ofOpenTofu = ["base64gunzip", "cidrcontains", "urldecode"];

/** A type as the check writes it, of one that is a name, or a name and the type of elements. */
function typeOf(type: unknown): string {
  if (!Array.isArray(type)) return type === "dynamic" ? "any" : String(type);
  const [name, of] = type as readonly unknown[];
  return `${String(name)}(${typeOf(of)})`;
}

function written({ type, is_nullable: takesNull = false }: WrittenParameter): string {
  return `${typeOf(type)}${takesNull ? " or null" : ""}`;
}

function known({ type, takesNull }: Parameter): string {
  return `${typeText(type)}${takesNull ? " or null" : ""}`;
}

describeJudged("Terraform, of its functions", ["terraform"], () => {
  test("knows those that the check knows, with the same parameters", async () => {
    const { stdout } = await timed("terraform", "functions", () =>
      run({
        command: "terraform",
        args: ["metadata", "functions", "-json"],
        folder: tmpdir(),
        environment: offline,
      }),
    );
    // Edge: what Terraform printed.
    const { function_signatures: all } = JSON.parse(stdout) as {
      readonly function_signatures: Readonly<Record<string, WrittenSignature>>;
    };
    const own = Object.entries(all).filter(([name]) => !name.startsWith("core::"));
    const names = [...signatures.keys()].filter((name) => !ofOpenTofu.includes(name));
    expect(names.sort()).toEqual(own.map(([name]) => name).sort());
    for (const [name, { parameters = [], variadic_parameter: more }] of own) {
      const { parameters: ours = [], more: ourMore } = signatures.get(name) ?? {};
      const first = ours.slice(0, parameters.length).map(known);
      expect([name, first]).toEqual([name, parameters.map(written)]);
      // What may be left out or stands again is one parameter to Terraform.
      const rest = [...ours.slice(parameters.length), ...(ourMore ? [ourMore] : [])].map(known);
      expect([name, [...new Set(rest)]]).toEqual([name, more === undefined ? [] : [written(more)]]);
    }
  });
});
