import { forwarderTemplate } from "../modules";
import { templateBody, type CloudFormationTemplate } from "../src/aws/cloudformation";
import { findKind } from "../src/catalog";
import type { Plan } from "../src/plan";
import { rootSignInTemplate } from "./root-sign-in-template";

/** A template for people without Terraform. */
export interface TemplateFile {
  readonly file: string;
  /** JSON that people can read. */
  readonly content: string;
}

function forwarderOf({ partition, regions, namePrefix, kinds, hub }: Plan): CloudFormationTemplate {
  return forwarderTemplate({
    partition,
    regions,
    hubBusArn: hub.busArn,
    namePrefix,
    kinds,
    retryPolicy: hub.retryPolicy,
    ...(hub.heartbeats && { heartbeatHours: hub.heartbeats.hours }),
  });
}

function rootSignIn(): CloudFormationTemplate {
  const kind = findKind("root-sign-in");
  if (!kind) throw new Error("the catalog has no kind root-sign-in");
  return rootSignInTemplate(kind);
}

/** The templates of a plan. */
export function templateFiles(plan: Plan): readonly TemplateFile[] {
  const templates = {
    "forwarder.json": forwarderOf(plan),
    "root-sign-in.json": rootSignIn(),
  };
  return Object.entries(templates).map(([file, template]) => {
    templateBody(template);
    return { file, content: `${JSON.stringify(template, null, 2)}\n` };
  });
}
