import { boundary, rolePath } from "../forms/created-roles";
import { group, text } from "./key";

/** What every role has that is created: companies bound what teams may create. */
export const createdRoleKeys = {
  createdRoles: group(
    "The IAM roles that are created, in every account.",
    {
      path: text(
        "Path of every role, such as `/security/`. Another one makes the roles anew: for some seconds what they send becomes dead-letter messages.",
        { form: rolePath, default: "/" },
      ),
      permissionsBoundary: text(
        "Policy that bounds what every role may do: the name of a policy that each account has, after its path if it has one, or an ARN. It must allow what the roles do, which `docs/security.md` lists.",
        { form: boundary, otherwise: "nothing bounds them" },
      ),
    },
    { otherwise: "the path `/`, and no boundary" },
  ),
};
