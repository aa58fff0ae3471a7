import type { Partition } from "../../src/aws";
import {
  isAccountId,
  isOrganizationalUnitId,
  mostOrganizationalUnits,
} from "../../src/aws/organizations";

/** Longest name of a rule and of a role. */
const MAXIMUM_NAME_LENGTH = 64;

/** Refuses names of rules and roles that AWS would refuse. */
export function checkNameLengths(names: readonly string[]): void {
  const tooLong = names.find((name) => name.length > MAXIMUM_NAME_LENGTH);
  if (tooLong === undefined) return;
  throw new RangeError(
    `the name of a rule or role must be at most ${MAXIMUM_NAME_LENGTH} characters long, got: ${tooLong.length} (${tooLong}); take a name prefix that is ${tooLong.length - MAXIMUM_NAME_LENGTH} shorter`,
  );
}

/** Refuses what is no account id. */
export function checkAccount(property: string, account: string): void {
  if (isAccountId(account)) return;
  throw new RangeError(
    `'${property}' must be an account id of 12 digits, got: ${account.length} characters (${account}); take it from the list of accounts in AWS Organizations`,
  );
}

/**
 * Refuses targets that AWS would refuse.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html
 */
export function checkOrganizationalUnits(ids: readonly string[]): void {
  if (ids.length === 0 || ids.length > mostOrganizationalUnits) {
    throw new RangeError(
      `'organizationalUnits' must name 1 to ${mostOrganizationalUnits} organizational units, got: ${ids.length}; name the root, such as r-ab12, to reach every account, or units that hold others`,
    );
  }
  const wrong = ids.findIndex((id) => !isOrganizationalUnitId(id));
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (wrong < 0 && twice !== undefined) {
    throw new RangeError(`'organizationalUnits' must name every unit once, got twice: ${twice}`);
  }
  if (wrong < 0) return;
  throw new RangeError(
    `'organizationalUnits[${wrong}]' must be an id such as ou-ab12-c3d4e5f6, or r-ab12 for the root, got: ${ids[wrong] ?? ""}; list the ids with aws organizations list-organizational-units-for-parent`,
  );
}

/**
 * Refuses a partition whose stack sets cannot be run by AWS Organizations.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs.html
 */
export function checkPartition(partition: Partition): void {
  if (partition !== "aws-cn") return;
  throw new RangeError(
    "stack sets for 1 organization are not offered in the partition aws-cn; use an AccountForwarder in each account",
  );
}
