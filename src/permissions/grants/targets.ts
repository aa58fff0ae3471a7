import type { NamedResource, Target } from "../grant";

/** The resource of one ARN that is made of the place and of texts. */
export function named(arn: (resource: NamedResource) => string): Target {
  return (resource) => [arn(resource)];
}

/**
 * Handing a role to a service: of the argument that holds its ARN.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passing(argument: string, service: string) {
  return {
    on: ({ optional }: NamedResource) => {
      const role = optional(argument);
      return role === undefined ? [] : [role];
    },
    deploy: ["iam:PassRole"],
    conditions: () => ({ StringEquals: { "iam:PassedToService": service } }),
  } as const;
}

/**
 * A role that AWS creates for one of its services, once in an account, when the service is first used.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
export function serviceLinkedRole(service: string, role: string) {
  return {
    on: ({ role: arnOf }: NamedResource) => [arnOf(`aws-service-role/${service}/${role}`)],
    deploy: ["iam:CreateServiceLinkedRole"],
    conditions: () => ({ StringEquals: { "iam:AWSServiceName": service } }),
  } as const;
}
