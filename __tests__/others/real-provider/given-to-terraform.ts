import { writeFileSync } from "node:fs";
import type { SynthesizedStack } from "../../terraform/synthesized-stacks";

/** What people give to Terraform beside the stacks: profiles, values of variables. */
export interface Given {
  /** Names of profiles that providers have. */
  readonly profiles: readonly string[];
  /** Environment variables with a value for each variable without a default. */
  readonly variables: Readonly<Record<string, string>>;
}

interface Provider {
  readonly profile?: string;
}

/** What stacks need to be given. Every variable that is generated is the address of a recipient. */
export function givenTo(stacks: readonly SynthesizedStack[]): Given {
  const profiles = stacks.flatMap(({ configuration }) =>
    // Edge: the JSON that cdktf wrote.
    Object.values((configuration["provider"] ?? {}) as Readonly<Record<string, Provider[]>>)
      .flat()
      .flatMap(({ profile }) => profile ?? []),
  );
  const names = stacks.flatMap(({ configuration }) => Object.keys(configuration["variable"] ?? {}));
  return {
    profiles: [...new Set(profiles)].sort(),
    variables: Object.fromEntries(
      names.map((name) => [`TF_VAR_${name}`, `https://${name.replaceAll("_", "-")}.example.com/`]),
    ),
  };
}

/** Writes a file of AWS's SDK in which each profile has the credentials of the management account. */
export function writeProfiles(file: string, profiles: readonly string[]): void {
  const keys = "aws_access_key_id = test\naws_secret_access_key = test\n";
  writeFileSync(file, profiles.map((name) => `[profile ${name}]\n${keys}`).join("\n"));
}

/** An ARN of a parameter of AWS Systems Manager, in parts. */
const PARAMETER = /^arn:[\w-]+:ssm:([\w-]+):(\d{12}):parameter(\/.+)$/;

/** Puts the parameters that stacks read on a server, each with an address of a recipient. */
export async function putParameters(
  url: string,
  stacks: readonly SynthesizedStack[],
): Promise<void> {
  const blocks = stacks.flatMap(({ configuration: { data = {} } }) =>
    // Edge: the JSON that cdktf wrote.
    Object.values((data["aws_ssm_parameter"] ?? {}) as Readonly<Record<string, { name: string }>>),
  );
  for (const { name } of blocks) {
    const [, region, account, path] = PARAMETER.exec(name) ?? [];
    if (region === undefined || account === undefined)
      throw new Error(`${name} is not the ARN of a parameter`);
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=test/20261126/${region}/ssm/aws4_request, SignedHeaders=host, Signature=0`,
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AmazonSSM.PutParameter",
        "x-moto-account-id": account,
      },
      body: JSON.stringify({
        Name: path,
        Type: "SecureString",
        Value: "https://parameter.example.com/",
        Overwrite: true,
      }),
    });
    if (!answer.ok) throw new Error(`the server takes no parameter ${name}: ${answer.status}`);
  }
}
