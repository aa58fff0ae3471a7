import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import type { PutRuleRequest, Target } from "@aws-sdk/client-eventbridge";
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { join } from "node:path";
import { foundOrganization } from "../__tests__/others/live/found-organization";
import { defaultRegions } from "../src/aws";
import { bounded } from "../src/live/bounded";
import { pythonEnvironment } from "../steps/judges/python";
import { cacheOfJudges } from "../steps/judges/run-files";
import { MotoServer } from "../steps/judges/server";
import { sample, sampleResources, sampleRules } from "./live-answers";

/** What one account is filled with: what Terraform creates in the sample's, with another id and region. */
function contents() {
  const of = sampleResources();
  const [queue = {}] = of("aws_sqs_queue");
  const [queuePolicy = {}] = of("aws_sqs_queue_policy");
  const [role = {}] = of("aws_iam_role");
  const [policy = {}] = of("aws_iam_role_policy");
  const text = JSON.stringify({ ...sampleRules(of), queue, queuePolicy, role, policy });
  type Texts = Readonly<Record<string, string>>;
  return (account: string, region: string) =>
    // Edge: it was written above.
    JSON.parse(
      text.replaceAll(sample.account, account).replaceAll(sample.region, region),
    ) as Readonly<Record<"queue" | "queuePolicy" | "role" | "policy", Texts>> & {
      readonly rules: readonly PutRuleRequest[];
      readonly targets: readonly (Target & { readonly rule: string })[];
    };
}

/** Fills every account and region with what forwards; the hub and the trail stay empty. */
async function fill(accounts: readonly string[]): Promise<void> {
  const contentsOf = contents();
  await bounded(accounts, 4, async (account) => {
    const credentials = fromTemporaryCredentials({
      params: { RoleArn: `arn:aws:iam::${account}:role/Fill`, RoleSessionName: "fill" },
      clientConfig: { region: "us-east-1" },
    });
    const { role, policy } = contentsOf(account, "us-east-1");
    const iam = new IAMClient({ region: "us-east-1", credentials });
    const RoleName = role["name"];
    await iam.send(
      new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: role["assume_role_policy"] }),
    );
    await iam.send(
      new PutRolePolicyCommand({
        RoleName,
        PolicyName: policy["name"],
        PolicyDocument: policy["policy"],
      }),
    );
    for (const region of defaultRegions("aws")) {
      const { rules, targets, queue, queuePolicy } = contentsOf(account, region);
      const events = new EventBridgeClient({ region, credentials });
      const sqs = new SQSClient({ region, credentials });
      const Policy = queue["policy"] ?? queuePolicy["policy"] ?? "";
      const Attributes = { Policy, MessageRetentionPeriod: "1209600" };
      await sqs.send(new CreateQueueCommand({ QueueName: queue["name"], Attributes }));
      for (const rule of rules) await events.send(new PutRuleCommand(rule));
      for (const { rule: Rule, ...target } of targets) {
        await events.send(new PutTargetsCommand({ Rule, Targets: [target] }));
      }
    }
  });
}

/** Moto's server, filled. @throws where there is no Python for it */
export async function filledMoto(accounts: readonly string[], log: string): Promise<MotoServer> {
  const environment = pythonEnvironment(cacheOfJudges);
  if (typeof environment === "string") throw new Error(environment);
  const python = join(environment.bin, "python");
  const server = await MotoServer.start({ python, accounts, log });
  Object.assign(process.env, server.environment);
  try {
    await foundOrganization(accounts);
    await fill(accounts);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}
