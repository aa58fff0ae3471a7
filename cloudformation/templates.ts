import { forwarderTemplate, hubBusArn } from "../modules";
import { partitionOfRegion } from "../src/aws/regions";
import { templateBody, type CloudFormationTemplate } from "../src/aws/cloudformation";
import { findKind } from "../src/catalog";
import { regionsOf, type SignInAlertsProps } from "../src/stacks";
import { defaultNamePrefix } from "../src/config/defaults";
import { heartbeatsOf } from "../src/stacks/guards";
import { retryPolicyOf } from "../src/stacks/retry";
import { routedKinds } from "../src/stacks/routes";
import { rootSignInTemplate } from "./root-sign-in-template";

/** A template for people without Terraform. */
export interface TemplateFile {
  readonly file: string;
  /** JSON that people can read. */
  readonly content: string;
}

function forwarderOf(props: SignInAlertsProps): CloudFormationTemplate {
  const { hub, namePrefix = defaultNamePrefix } = props;
  const partition = partitionOfRegion(hub.region);
  const heartbeats = heartbeatsOf(props);
  return forwarderTemplate({
    partition,
    // Of an account of which the configuration says nothing of its own.
    regions: regionsOf(props, { id: "", name: "" }),
    hubBusArn: hubBusArn({ partition, ...hub }, namePrefix),
    namePrefix,
    kinds: routedKinds(props),
    retryPolicy: retryPolicyOf(props),
    ...(heartbeats && { heartbeatHours: heartbeats.hours }),
  });
}

function rootSignIn(): CloudFormationTemplate {
  const kind = findKind("root-sign-in");
  if (!kind) throw new Error("the catalog has no kind root-sign-in");
  return rootSignInTemplate(kind);
}

/** The templates of a configuration. */
export function templateFiles(props: SignInAlertsProps): readonly TemplateFile[] {
  const templates = {
    "forwarder.json": forwarderOf(props),
    "root-sign-in.json": rootSignIn(),
  };
  return Object.entries(templates).map(([file, template]) => {
    templateBody(template);
    return { file, content: `${JSON.stringify(template, null, 2)}\n` };
  });
}
