import type { Place } from "../../../aws";
import { computedNames, computedValue } from "../computed";
import type { Resource } from "../inventory";
import type { ValueObject } from "../value";
import { stepInto } from "./checked";
import { resolved } from "./intrinsics";
import type { Template, TemplateResource } from "./read-template";
import { TemplateError } from "./template-error";
import { TemplateScope } from "./template-scope";
import type { MadeResource } from "./template-type";

/** Where a template is deployed, and by which stack set. */
export interface TemplateOrigin {
  readonly place: Required<Place>;
  /** Name of the Terraform stack. */
  readonly stack: string;
  /** Begins the address of each resource, such as `aws_cloudformation_stack_set.x["ou-…"] us-east-1`. */
  readonly address: string;
}

/**
 * What a template makes in one account and region, as if Terraform had made it there.
 * @throws TemplateError that names every resource that is not understood: CloudFormation makes all or none
 */
export function translated(template: Template, origin: TemplateOrigin): readonly Resource[] {
  const scope = new TemplateScope(template, origin.place);
  const problems: string[] = [];
  const resources = [...template.resources.values()].flatMap((resource) => {
    try {
      return scope.isMade(resource) ? made(resource, scope, origin) : [];
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length === 0) problems.push(...foreignQueues(resources));
  if (problems.length > 0) throw new TemplateError([...new Set(problems)]);
  return resources;
}

function made(
  { id, type, properties }: TemplateResource,
  scope: TemplateScope,
  origin: TemplateOrigin,
): readonly Resource[] {
  const path = stepInto("Resources", id, "Properties");
  return type
    .make(resolved(properties, path, scope), path)
    .map((resource) => placed(resource, id, origin));
}

function placed(
  { type, part, attributes }: MadeResource,
  id: string,
  origin: TemplateOrigin,
): Resource {
  const { stack, place } = origin;
  const address = `${origin.address} ${id}${part === undefined ? "" : `.${part}`}`;
  const argument = (name: string): ValueObject[string] => attributes[name];
  const computed = Object.fromEntries(
    computedNames(type).map((name) => [
      name,
      computedValue({ stack, address, type, place, argument }, name),
    ]),
  );
  const { account, region } = place;
  return { stack, address, type, account, region, attributes: { ...attributes, ...computed } };
}

/** CloudFormation undoes the whole stack where a policy is for a queue that is not there. */
function foreignQueues(resources: readonly Resource[]): readonly string[] {
  const queues = resources.filter(({ type }) => type === "aws_sqs_queue");
  const urls = new Set(queues.map(({ attributes }) => attributes["url"]));
  return resources
    .filter(({ type }) => type === "aws_sqs_queue_policy")
    .filter(({ attributes }) => !urls.has(attributes["queue_url"]))
    .map(({ address }) => {
      const [id] = address.split(" ").slice(-1);
      return `Resources.${id ?? ""}: it is for a queue that the template does not make here`;
    });
}
