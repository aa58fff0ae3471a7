import { Construct } from "constructs";
import { AccountStack } from "./account-stack";
import { checkConfiguration, checkPresence } from "./checks";
import { defaultStackPrefix } from "./defaults";
import { HubStack } from "./hub-stack";
import { InvalidConfigurationError, type Problem } from "./problem";
import type { SignInAlertsProps } from "./props";
import { routedKinds } from "./routes";
import { TrailStack } from "./trail-stack";

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

/**
 * The stacks that make an organization's sign-ins known: one for the trail (unless there is one),
 * one for the hub, one per account. They share names only, never state, so all can be planned at
 * once; accounts are deployed after the hub.
 *
 * @throws InvalidConfigurationError with every problem at once, before any stack is made.
 */
export class SignInAlerts extends Construct {
  /** Undefined where the trail is there already. */
  public readonly trail?: TrailStack;
  public readonly hub: HubStack;
  /** In the order of the accounts given. */
  public readonly accounts: readonly AccountStack[];

  constructor(scope: Construct, id: string, props: SignInAlertsProps) {
    super(scope, id);
    const missing = checkPresence(props);
    if (missing.length > 0) throw new InvalidConfigurationError(missing);
    const prefix = props.stackPrefix ?? defaultStackPrefix;
    const trail = props.trail ?? { type: "create" };
    const stackNames = [
      ...(trail.type === "create" ? [`${prefix}-trail`] : []),
      `${prefix}-hub`,
      ...props.accounts.map((account) => `${prefix}-account-${account.id}`),
    ];
    const problems = [...checkConfiguration(props), ...checkStackNames(scope, stackNames)];
    if (problems.length > 0) throw new InvalidConfigurationError(problems);
    if (trail.type === "create") {
      this.trail = new TrailStack(scope, `${prefix}-trail`, props, trail);
    }
    this.hub = new HubStack(scope, `${prefix}-hub`, props);
    const kinds = routedKinds(props);
    this.accounts = props.accounts.map((account) => {
      const stack = new AccountStack(
        scope,
        `${prefix}-account-${account.id}`,
        props,
        account,
        kinds,
      );
      stack.addDependency(this.hub);
      return stack;
    });
  }
}
