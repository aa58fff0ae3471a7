import { Token } from "cdktf";
import type { ArnPlace } from "../src/aws";
import { boundaryArn, boundaryForm, isBoundary } from "../src/aws/permissions-boundary";
import { isRolePath, rolePathForm } from "../src/aws/role-path";

/** What IAM roles that are created have besides their policies, for companies that ask for it. */
export interface CreatedRoles {
  /**
   * Path of every role: a slash before and after each part, at most 512 characters. Another one makes the
   * roles anew.
   * @default "/"
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
   */
  readonly path?: string;
  /**
   * Policy that bounds what every role may do: the name of a policy of the role's own account, after its
   * path if it has one, or an ARN. It must allow what the role does.
   * @default - nothing bounds them
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundary?: string;
}

/** What AWS would refuse of it; what Terraform will know is let through. */
export function roleProblems({ path, permissionsBoundary }: CreatedRoles = {}): readonly string[] {
  const isWrong = (value: string | undefined, test: (text: string) => boolean): boolean =>
    value !== undefined && !Token.isUnresolved(value) && !test(value);
  return [
    ...(isWrong(path, isRolePath)
      ? [`'createdRoles.path' must be ${rolePathForm}, got: ${path ?? ""}`]
      : []),
    ...(isWrong(permissionsBoundary, isBoundary)
      ? [
          `'createdRoles.permissionsBoundary' must be ${boundaryForm}, got: ${permissionsBoundary ?? ""}`,
        ]
      : []),
  ];
}

/** The arguments of a role of an account, without those that say what AWS does anyway. */
export function roleArguments(
  place: Omit<ArnPlace, "region">,
  { path = "/", permissionsBoundary }: CreatedRoles = {},
): { readonly path?: string; readonly permissionsBoundary?: string } {
  return {
    ...(path !== "/" && { path }),
    ...(permissionsBoundary !== undefined && {
      permissionsBoundary: Token.isUnresolved(permissionsBoundary)
        ? permissionsBoundary
        : boundaryArn(place, permissionsBoundary),
    }),
  };
}
