import { boundaryForm, isBoundary } from "../../aws/permissions-boundary";
import { isRolePath, rolePathForm } from "../../aws/role-path";
import type { Form } from "./form";

/** The path of roles that are created. */
export const rolePath: Form = {
  allowed: rolePathForm,
  test: isRolePath,
  explain: (text) => {
    const meant = `/${text
      .split("/")
      .filter((part) => part !== "")
      .join("/")}/`;
    const problem = "this is not a valid path of an IAM role";
    return isRolePath(meant)
      ? { problem: `${problem}: it begins and ends with a slash`, fix: `write ${meant}`, meant }
      : { problem, fix: "correct it, or leave the key out for /" };
  },
};

/** The policy that bounds roles that are created. */
export const boundary: Form = {
  allowed: boundaryForm,
  test: isBoundary,
  explain: () => ({
    problem: "this names no policy of IAM",
    fix: "give the name of the policy, after its path if it has one",
  }),
};
