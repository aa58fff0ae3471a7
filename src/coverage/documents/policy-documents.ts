import { expandStackSets, type Inventory, type Resource } from "../inventory";

/** A generated policy, once for all accounts and regions that differ in nothing but themselves. */
export interface PolicyDocument {
  /** Stack and address of the first resource that has it. */
  readonly resource: string;
  /** How many others have it. */
  readonly others: number;
  readonly document: string;
  readonly policyType: "IDENTITY_POLICY" | "RESOURCE_POLICY";
  /** What it is attached to, where AWS has checks of its own for that. */
  readonly resourceType?: "AWS::S3::Bucket" | "AWS::IAM::AssumeRolePolicyDocument";
}

/** Policies whose text is not known before they are applied. */
export interface PolicyDocuments {
  readonly policies: readonly PolicyDocument[];
  /** Stack and address of resources whose policy is not known before the apply. */
  readonly unknown: readonly string[];
}

type Form = Pick<PolicyDocument, "policyType" | "resourceType"> & { readonly argument: string };

const resourcePolicy = { argument: "policy", policyType: "RESOURCE_POLICY" } as const;
const identityPolicy = { argument: "policy", policyType: "IDENTITY_POLICY" } as const;

/** Where types of resources have a policy. */
const forms: Readonly<Record<string, Form>> = {
  aws_cloudwatch_event_bus_policy: resourcePolicy,
  aws_cloudwatch_log_resource_policy: { ...resourcePolicy, argument: "policy_document" },
  aws_iam_policy: identityPolicy,
  aws_iam_role: {
    argument: "assume_role_policy",
    policyType: "RESOURCE_POLICY",
    resourceType: "AWS::IAM::AssumeRolePolicyDocument",
  },
  aws_iam_role_policy: identityPolicy,
  aws_kms_key: resourcePolicy,
  aws_kms_key_policy: resourcePolicy,
  aws_s3_bucket_policy: { ...resourcePolicy, resourceType: "AWS::S3::Bucket" },
  aws_sns_topic: resourcePolicy,
  aws_sns_topic_policy: resourcePolicy,
  aws_sqs_queue: resourcePolicy,
  aws_sqs_queue_policy: resourcePolicy,
};

/** The document with the resource's own account and region taken out. */
function withoutPlace(document: string, { account, region }: Resource): string {
  const parts = [account, region].flatMap((part) =>
    typeof part === "string" && part !== "" ? [part] : [],
  );
  return parts.reduce((text, part, i) => text.replaceAll(part, `{${i}}`), document);
}

/** Every policy of generated Terraform. */
export function policyDocumentsOf(inventory: Inventory): PolicyDocuments {
  const policies = new Map<string, PolicyDocument & { others: number }>();
  const unknown: string[] = [];
  for (const resource of expandStackSets(inventory).resources) {
    const form = Object.hasOwn(forms, resource.type) ? forms[resource.type] : undefined;
    if (form === undefined) continue;
    const { argument, ...kind } = form;
    const document = resource.attributes[argument];
    const name = `${resource.stack} ${resource.address}`;
    if (document === undefined || document === null || document === "") continue;
    if (typeof document !== "string") {
      unknown.push(name);
      continue;
    }
    const key = JSON.stringify([kind, withoutPlace(document, resource)]);
    const known = policies.get(key);
    if (known) known.others += 1;
    else policies.set(key, { resource: name, others: 0, document, ...kind });
  }
  return { policies: [...policies.values()], unknown };
}
