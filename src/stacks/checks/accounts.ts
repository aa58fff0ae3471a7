import type { Problem, ProblemPath } from "../problem";
import type { SignInAlertsProps } from "../props";

const allowedAccountId = '12 digits in quotes, such as "111111111111"';

function checkAccountId(path: ProblemPath, value: string | undefined): readonly Problem[] {
  if (value === undefined || /^\d{12}$/.test(value)) return [];
  return [
    {
      path,
      value,
      problem: `an account id has 12 digits, this has ${value.length} characters`,
      allowed: allowedAccountId,
      fix: "copy the id from the AWS Organizations console and keep it in quotes",
    },
  ];
}

function checkOrganization({ organization }: Partial<SignInAlertsProps>): readonly Problem[] {
  if (!organization || /^o-[a-z0-9]{10,32}$/.test(organization.id)) return [];
  return [
    {
      path: ["organization", "id"],
      value: organization.id,
      problem: "this is no organization id",
      allowed: "o- and 10 to 32 lower-case letters or digits, such as o-a1b2c3d4e5",
      fix: "run `aws organizations describe-organization` and copy Organization.Id",
    },
  ];
}

function checkListed(
  { accounts }: Partial<SignInAlertsProps>,
  path: ProblemPath,
  value: string | undefined,
  whose: string,
): readonly Problem[] {
  if (!accounts || value === undefined || accounts.some(({ id }) => id === value)) return [];
  return [
    {
      path,
      value,
      problem: `${whose} is not in the list of accounts, so its own sign-ins would go unnoticed`,
      allowed: `one of ${accounts.map(({ id }) => id).join(", ")}`,
      fix: `add it under accounts: { id: "${value}", name: … }`,
    },
  ];
}

function checkDuplicates({ accounts = [] }: Partial<SignInAlertsProps>): readonly Problem[] {
  return accounts.flatMap(({ id }, i) => {
    const first = accounts.findIndex((account) => account.id === id);
    return first === i
      ? []
      : [
          {
            path: ["accounts", i, "id"],
            value: id,
            problem: `two stacks would have one name: accounts[${first}] has the same id`,
            allowed: "every account once",
            fix: "remove one of the two entries, or correct its id",
          },
        ];
  });
}

function checkRoleNames(props: Partial<SignInAlertsProps>): readonly Problem[] {
  const names: readonly (readonly [ProblemPath, string | undefined])[] = [
    [["roleName"], props.roleName],
    ...(props.accounts ?? []).map(
      ({ roleName }, i) => [["accounts", i, "roleName"], roleName] as const,
    ),
  ];
  return names
    .filter(([, name]) => name !== undefined && !/^[\w+=,.@/-]{1,64}$/.test(name))
    .map(([path, value]) => ({
      path,
      value,
      problem: "this is no name of an IAM role",
      allowed: "1 to 64 letters, digits and + = , . @ _ - / (a path before the name), or none",
      fix: "give the role's name, not its ARN",
    }));
}

/** Ids, membership and roles of accounts. */
export function checkAccounts(props: Partial<SignInAlertsProps>): readonly Problem[] {
  const { organization, hub, accounts } = props;
  return [
    ...checkOrganization(props),
    ...checkAccountId(["organization", "managementAccount"], organization?.managementAccount),
    ...checkAccountId(["hub", "account"], hub?.account),
    ...(accounts ?? []).flatMap(({ id }, i) => checkAccountId(["accounts", i, "id"], id)),
    ...checkListed(
      props,
      ["organization", "managementAccount"],
      organization?.managementAccount,
      "the management account",
    ),
    ...checkListed(props, ["hub", "account"], hub?.account, "the hub account"),
    ...checkDuplicates(props),
    ...checkRoleNames(props),
  ];
}
