import { isAccountId, isOrganizationalUnitId } from "../../aws/organizations";
import { matching, type Fault, type Form } from "./form";

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const organizationId = matching(
  /^o-[a-z0-9]{10,32}$/,
  "o- and 10 to 32 lower-case letters or digits, such as o-a1b2c3d4e5",
  "this is not a valid organization id",
  "run `aws organizations describe-organization` and copy Organization.Id",
);

/** `1.23457E+11`, in the notation of any language. */
const rounded = /^\d(?:[.,]\d+)?e\+?1\d$/i;

function accountFault(id: string): Fault {
  if (rounded.test(id)) {
    return {
      problem: "a spreadsheet has rounded this account id, and its digits are lost",
      fix: "copy the id from the AWS Organizations console, into a column that is formatted as text",
    };
  }
  const problem = /^\d*$/.test(id)
    ? `an account id has 12 digits, this has ${id.length}`
    : "an account id has 12 digits and nothing else";
  // People put hyphens, spaces and underscores into it.
  const plain = id.replace(/[\s_-]/g, "");
  if (isAccountId(plain)) return { problem, fix: `write "${plain}"`, meant: plain };
  const fix = /^\d{8,11}$/.test(id)
    ? `zeros at the beginning may be lost: write "${id.padStart(12, "0")}" if that is the account`
    : "copy the id from the AWS Organizations console and keep it in quotes";
  return { problem, fix };
}

export const accountId: Form = {
  allowed: '12 digits in quotes, such as "111111111111"',
  pattern: /^\d{12}$/,
  hides: "whether the accounts that are named are in the list",
  test: isAccountId,
  explain: accountFault,
};

export const organizationalUnitId: Form = {
  allowed: "an id such as ou-ab12-c3d4e5f6, or r-ab12 for the root",
  test: isOrganizationalUnitId,
  explain: () => ({
    problem: "this is not a valid id of an organizational unit",
    fix: "copy it from the AWS Organizations console",
  }),
};

// `None` would be read as a role of that name, not as none.
const noneInCapitals = /^(?!none$)none$/i;
const roleNamePattern = /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

export const roleName: Form = {
  allowed: "1 to 64 letters, digits and + = , . @ _ - (after its path, if any), or none",
  test: (text) => text.length <= 512 && roleNamePattern.test(text) && !noneInCapitals.test(text),
  explain: (text) => {
    const [, ofArn] = /^arn:[\w-]+:iam::\d*:role\/(.+)$/.exec(text) ?? [];
    if (ofArn !== undefined && roleName.test(ofArn)) {
      return { problem: "this is a role's ARN", fix: `write ${ofArn}`, meant: ofArn };
    }
    const [, ofPath] = /^\/(.+)$/.exec(text) ?? [];
    return ofPath !== undefined && roleName.test(ofPath)
      ? {
          problem: "this begins with a slash, which stands in the ARN of the role already",
          fix: `write ${ofPath}`,
          meant: ofPath,
        }
      : { problem: "this is not a valid name of an IAM role", fix: "give the role's name" };
  },
};

export const userName = matching(
  /^[\w+=,.@-]{1,64}$/,
  "1 to 64 letters, digits and the characters + = , . @ _ -",
  "this is not a valid name of an IAM user",
  "give the name of the user alone, without account or path",
);

/** A character that a reader sees: not a blank, a control or a format character. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

/** A text that is not blank. */
export function notBlank(allowed: string, problem: string, fix: string): Form {
  return { allowed, test: (text) => visible.test(text), explain: () => ({ problem, fix }) };
}
