import type { Problem, ProblemPath } from "../problem";
import type { ConfigurationDraft } from "./draft";

function checkOrganization({ organization }: ConfigurationDraft): readonly Problem[] {
  const id = organization?.id;
  if (id === undefined || /^o-[a-z0-9]{10,32}$/.test(id)) return [];
  return [
    {
      path: ["organization", "id"],
      value: id,
      problem: "this is no organization id",
      allowed: "o- and 10 to 32 lower-case letters or digits, such as o-a1b2c3d4e5",
      fix: "run `aws organizations describe-organization` and copy Organization.Id",
    },
  ];
}

function checkAccountList({ accounts }: ConfigurationDraft): readonly Problem[] {
  if (!accounts) return [];
  if (accounts.length === 0) {
    return [
      {
        path: ["accounts"],
        value: accounts,
        problem: "no account is covered",
        allowed: "every account, the management and hub accounts included",
        fix: 'list the accounts: - { id: "111111111111", name: management }',
      },
    ];
  }
  return accounts.flatMap((account, i) =>
    account?.name?.trim() !== ""
      ? []
      : [
          {
            path: ["accounts", i, "name"],
            value: account.name,
            problem: "the name is empty",
            allowed: "what people call the account",
            fix: "give the account its name",
          },
        ],
  );
}

// `None` would be read as a role of that name, not as none.
const noneInCapitals = /^(?!none$)none$/i;
const roleName = /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

function checkRoleName(path: ProblemPath, value: string | undefined): readonly Problem[] {
  if (value === undefined) return [];
  if (value.length <= 512 && roleName.test(value) && !noneInCapitals.test(value)) return [];
  const [, ofArn] = /^arn:[\w-]+:iam::\d*:role\/(.+)$/.exec(value) ?? [];
  return [
    {
      path,
      value,
      problem: ofArn === undefined ? "this is no name of an IAM role" : "this is a role's ARN",
      allowed: "1 to 64 letters, digits and + = , . @ _ - (after its path, if any), or none",
      fix: ofArn === undefined ? "give the role's name" : `write ${ofArn}`,
    },
  ];
}

/** Organization, names and roles of accounts. */
export function checkAccounts(props: ConfigurationDraft): readonly Problem[] {
  return [
    ...checkOrganization(props),
    ...checkAccountList(props),
    ...checkRoleName(["roleName"], props.roleName),
    ...(props.accounts ?? []).flatMap((account, i) =>
      checkRoleName(["accounts", i, "roleName"], account?.roleName),
    ),
  ];
}
