import { AnnotationMetadataEntryType } from "cdktf";
import { Construct } from "constructs";
import { AccountStack } from "./account-stack";
import { checkConfiguration } from "./checks";
import { defaultNamePrefix, defaultStackPrefix } from "../config/defaults";
import { HubStack } from "./hub-stack";
import { InvalidConfigurationError, type Problem } from "../config/problem";
import type { SignInAlertsProps } from "../config/props";
import { routedKinds } from "./routes";
import { shapeProblems } from "../config/shape";
import { TrailStack } from "./trail-stack";
import { signInLogOf } from "./guards";
import { stackAccounts, stackSetOf } from "./rollout";
import { StackSetStack } from "./stack-set-stack";
import { configurationWarnings } from "./warnings";

function checkStackNames(scope: Construct, names: readonly string[]): readonly Problem[] {
  return names
    .filter((name) => scope.node.tryFindChild(name) !== undefined)
    .map((name) => ({
      path: ["stackPrefix"],
      value: name,
      problem: "the app has a stack of this name already",
      allowed: "a prefix that makes the name of every stack new",
      fix: "give this organization another stackPrefix and namePrefix",
    }));
}

const mark = Symbol.for("cdktf-aws-signin-alerts/organization");

/** Organizations of one app whose resources would have the same names in the same account. */
function checkSharedNames(self: SignInAlerts, props: SignInAlertsProps): readonly Problem[] {
  const prefix = props.namePrefix ?? defaultNamePrefix;
  const ids = new Set(props.accounts.map(({ id }) => id));
  const others = self.node.root.node.findAll().flatMap((construct) => {
    const other: unknown = Reflect.get(construct, mark);
    return construct === self || other === undefined ? [] : [other as SignInAlertsProps];
  });
  return others
    .filter(
      (other) =>
        (other.namePrefix ?? defaultNamePrefix) === prefix &&
        other.accounts.some(({ id }) => ids.has(id)),
    )
    .map(() => ({
      path: ["namePrefix"],
      value: prefix,
      problem:
        "another SignInAlerts of the app makes resources of these names in the same accounts",
      allowed: "a prefix of its own for each",
      fix: "give this organization another namePrefix and stackPrefix",
    }));
}

function hasTrailStack(props: SignInAlertsProps): boolean {
  return props.trail?.type !== "existing" || signInLogOf(props) !== undefined;
}

/**
 * The stacks that make an organization's sign-ins known: one for the trail (unless there is one),
 * one for the hub, one per account. They share names only, never state, so all can be planned at
 * once; accounts are deployed after the hub.
 *
 * @throws InvalidConfigurationError with every problem at once, before any stack is made.
 */
export class SignInAlerts extends Construct {
  /** Undefined where the trail is there already and no log group of it is named. */
  public readonly trail?: TrailStack;
  /** Where all events meet. */
  public readonly hub: HubStack;
  /** Where organizational units are covered by CloudFormation. */
  public readonly stackSet?: StackSetStack;
  /** Those with a stack of their own, in the order given. */
  public readonly accounts: readonly AccountStack[];

  constructor(scope: Construct, id: string, props: SignInAlertsProps) {
    super(scope, id);
    const shape = shapeProblems(props);
    if (shape.length > 0) throw new InvalidConfigurationError(shape);
    const prefix = props.stackPrefix ?? defaultStackPrefix;
    const stackSet = stackSetOf(props);
    const stackNames = [
      ...(hasTrailStack(props) ? [`${prefix}-trail`] : []),
      `${prefix}-hub`,
      ...(stackSet ? [`${prefix}-stack-set`] : []),
      ...stackAccounts(props).map((account) => `${prefix}-account-${account.id}`),
    ];
    const problems = [
      ...checkConfiguration(props),
      ...checkStackNames(scope, stackNames),
      ...checkSharedNames(this, props),
    ];
    if (problems.length > 0) throw new InvalidConfigurationError(problems);
    Object.defineProperty(this, mark, { value: props });
    if (hasTrailStack(props)) this.trail = new TrailStack(scope, `${prefix}-trail`, props);
    this.hub = new HubStack(scope, `${prefix}-hub`, props);
    // Without the stack trace that Annotations adds: it would bring paths of this machine to the output.
    for (const warning of configurationWarnings(props)) {
      this.hub.node.addMetadata(AnnotationMetadataEntryType.WARN, warning);
    }
    const kinds = routedKinds(props);
    if (stackSet) {
      this.stackSet = new StackSetStack(scope, `${prefix}-stack-set`, props, stackSet, kinds);
      this.stackSet.addDependency(this.hub);
    }
    const accounts: AccountStack[] = [];
    // A loop: each call between would lengthen the stack trace that cdktf keeps of every reference.
    for (const account of stackAccounts(props)) {
      const name = `${prefix}-account-${account.id}`;
      const stack = new AccountStack(scope, name, props, account, kinds);
      stack.addDependency(this.hub);
      accounts.push(stack);
    }
    this.accounts = accounts;
  }
}
