import { tmpdir } from "node:os";
import { terraformFunctions } from "../../../src/coverage/inventory/terraform-functions";
import { offline, run } from "../../terraform/terraform-command";
import { describeJudged, timed } from "../describe-judged";

interface Signature {
  readonly parameters?: readonly { readonly type: unknown }[];
  readonly variadic_parameter?: { readonly type: unknown };
}

/** What only OpenTofu has. */
const ofOpenTofu = ["base64gunzip", "cidrcontains", "urldecode"];

function kind(type: unknown): string {
  if (typeof type !== "string") return "c";
  return type === "dynamic" ? "a" : "p";
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
    const { function_signatures: signatures } = JSON.parse(stdout) as {
      readonly function_signatures: Readonly<Record<string, Signature>>;
    };
    const own = Object.entries(signatures).filter(([name]) => !name.startsWith("core::"));
    const known = [...terraformFunctions.keys()].filter((name) => !ofOpenTofu.includes(name));
    expect(known.sort()).toEqual(own.map(([name]) => name).sort());
    for (const [name, { parameters = [], variadic_parameter: more }] of own) {
      const kinds = parameters.map(({ type }) => kind(type)).join("");
      const parts = terraformFunctions.get(name)?.replace(/[*+?]/gu, "") ?? "";
      // What may be left out or stands again is one parameter to Terraform.
      expect([name, parts.startsWith(kinds)]).toEqual([name, true]);
      const rest = new Set(parts.slice(kinds.length));
      expect([name, [...rest].every((each) => more && each === kind(more.type))]).toEqual([
        name,
        true,
      ]);
    }
  });
});
