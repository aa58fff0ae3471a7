import { describeTerraform } from "./describe-terraform";
import { minimal, organizationOf } from "./organizations";
import { synthesizedStacks, type SynthesizedStack } from "./synthesized-stacks";
import { TerraformWorkspace } from "./terraform";
import { changesIn } from "./terraform-plan";

type Block = Readonly<Record<string, unknown>>;
type Blocks = Readonly<Record<string, Readonly<Record<string, Block>>>>;

const [stack] = synthesizedStacks(organizationOf({ ...minimal, trail: { type: "create" } })).filter(
  ({ name }) => name === "signin-trail",
);
if (!stack) throw new Error("the organization has no trail");

/** The types of the resources that are protected. */
function protectedTypes({ configuration }: SynthesizedStack): readonly string[] {
  const resources = configuration.resource as Blocks;
  return Object.entries(resources).flatMap(([type, blocks]) =>
    Object.values(blocks)
      .filter((block) => "lifecycle" in block)
      .map(() => type),
  );
}

/** The stack with the protection of one type alone. */
function protectingOnly(type: string, whole: SynthesizedStack): SynthesizedStack {
  const unprotected = (block: Block): Block =>
    Object.fromEntries(Object.entries(block).filter(([name]) => name !== "lifecycle"));
  const resource = Object.fromEntries(
    Object.entries(whole.configuration.resource as Blocks).map(([each, blocks]) => [
      each,
      Object.fromEntries(
        Object.entries(blocks).map(([id, block]) => [
          id,
          each === type ? block : unprotected(block),
        ]),
      ),
    ]),
  );
  return { ...whole, configuration: { ...whole.configuration, resource } };
}

const guarded = ["aws_cloudtrail", "aws_kms_key", "aws_s3_bucket"];

describeTerraform("the destruction of a trail", () => {
  let workspace: TerraformWorkspace;

  beforeAll(async () => {
    workspace = await TerraformWorkspace.open([stack]);
    await workspace.applyAll();
  }, 60_000);

  afterAll(() => {
    workspace.close();
  });

  test("is refused for trail, key and bucket, one of each, unless set otherwise", () => {
    expect(protectedTypes(stack)).toEqual(guarded);
  });

  test("is refused by Terraform, which then destroys nothing at all", async () => {
    const before = workspace.record.existing.length;
    await expect(workspace.destroy(stack.name)).rejects.toThrow("lifecycle.prevent_destroy set");
    expect(workspace.record.existing).toHaveLength(before);
  });

  test.each(guarded)("is refused by Terraform for the sake of the %s alone", async (type) => {
    workspace.change([protectingOnly(type, stack)]);
    const before = workspace.record.existing.length;
    const refusal = expect(workspace.destroy(stack.name)).rejects;
    await refusal.toThrow(
      new RegExp(`Resource ${type}\\.organization-trail_\\S+ has lifecycle.prevent_destroy set`),
    );
    expect(workspace.record.existing).toHaveLength(before);
  });

  test("is done without deletion protection, whose end changes no resource", async () => {
    workspace.change(organizationOf(minimal));
    expect(changesIn(await workspace.plan(stack.name))).toEqual([]);
    await workspace.destroy(stack.name);
    expect(workspace.record.existing).toEqual([]);
  });
});
