import { Token } from "cdktf";
import { parseArn, type Place } from "../../src/aws";
import { isAccountId } from "../../src/aws/organizations";
import { keyProblems, refuse } from "../property-checks";

/** What is checked of a formatter before anything is made. */
interface CheckedFormatter {
  readonly place: Place;
  readonly name: string;
  readonly topicArn: string;
  readonly keyArn?: string;
  readonly accountNames: Readonly<Record<string, string>>;
  readonly ruleArns: readonly string[];
}

/** Rules that a function's policy of 20,480 bytes has room for. */
const mostRules = 40;

function isHere(arn: string, service: string, { account, region }: Place): boolean {
  const parts = parseArn(arn);
  return parts?.service === service && parts.account === account && parts.region === region;
}

/**
 * Refuses what AWS would refuse, or would take and never use.
 * @throws RangeError
 */
export function checkFormatter(formatter: CheckedFormatter): void {
  const { place, name, topicArn, keyArn, accountNames, ruleArns } = formatter;
  const here = `account ${place.account}, region ${place.region}`;
  if (!/^[\w-]{1,64}$/u.test(name)) {
    throw new RangeError(
      `the name of a function has 1 to 64 letters, digits, hyphens and underscores, got: ${name}`,
    );
  }
  if (!Token.isUnresolved(topicArn) && !isHere(topicArn, "sns", place)) {
    throw new RangeError(
      `the topic of a formatter must be an SNS topic in ${here}, got: ${topicArn}`,
    );
  }
  refuse(keyProblems("keyArn", keyArn));
  if (topicArn.endsWith(".fifo")) {
    throw new RangeError(`the topic of a formatter must be a standard topic, got: ${topicArn}`);
  }
  const odd = Object.keys(accountNames).find((id) => !isAccountId(id));
  if (odd !== undefined) {
    throw new RangeError(`accountNames has names by account id, 12 digits, got: ${odd}`);
  }
  if (ruleArns.length === 0 || ruleArns.length > mostRules) {
    throw new RangeError(
      `ruleArns must name 1 to ${mostRules} rules, got: ${ruleArns.length}; hubRulesArn names all rules of a hub at once`,
    );
  }
  const foreign = ruleArns.find((arn) => !Token.isUnresolved(arn) && !isHere(arn, "events", place));
  if (foreign !== undefined) {
    throw new RangeError(`rule and function must be in ${here}, got: ${foreign}`);
  }
}
