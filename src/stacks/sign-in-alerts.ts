import { AnnotationMetadataEntryType } from "cdktf";
import { Construct } from "constructs";
import { AccountStack } from "./account-stack";
import { checkConfiguration, resolve, type Plan } from "../plan";
import { HubStack } from "./hub-stack";
import { InvalidConfigurationError, type Problem } from "../config/problem";
import type { SignInAlertsProps } from "../config/props";
import { shapeProblems } from "../config/shape-problems";
import { StackSetStack } from "./stack-set-stack";
import { TrailStack } from "./trail-stack";

/** Names of the stacks of a plan. */
function stackNames({ trail, hub, stackSet, accounts }: Plan): readonly string[] {
  return [
    trail.stackName,
    hub.stackName,
    stackSet?.stackName,
    ...accounts.map(({ coveredBy }) =>
      coveredBy.type === "stack" ? coveredBy.stackName : undefined,
    ),
  ].filter((name) => name !== undefined);
}

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

/** Whether an app or a part of it holds an organization. */
export function hasOrganization(scope: Construct): boolean {
  return scope.node.findAll().some((construct) => Reflect.has(construct, mark));
}

/** Organizations of one app whose resources would have the same names in the same account. */
function checkSharedNames(self: SignInAlerts, plan: Plan): readonly Problem[] {
  const ids = new Set(plan.accounts.map(({ id }) => id));
  const others = self.node.root.node.findAll().flatMap((construct) => {
    const other: unknown = Reflect.get(construct, mark);
    return construct === self || other === undefined ? [] : [other as Plan];
  });
  return others
    .filter(
      ({ namePrefix, accounts }) =>
        namePrefix === plan.namePrefix && accounts.some(({ id }) => ids.has(id)),
    )
    .map(({ namePrefix }) => ({
      path: ["namePrefix"],
      value: namePrefix,
      problem:
        "another SignInAlerts of the app creates resources of these names in the same accounts",
      allowed: "a prefix of its own for each",
      fix: "give this organization another namePrefix and stackPrefix",
    }));
}

/**
 * The stacks that make an organization's sign-ins known: one for the trail (unless there is one),
 * one for the hub, one per account. They share names only, never state, so all can be planned at
 * once; accounts are deployed after the hub.
 *
 * @throws InvalidConfigurationError with every problem at once, before any stack is created.
 */
export class SignInAlerts extends Construct {
  /** Undefined where the trail exists already and no log group of it is named. */
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
    const plan = resolve(props);
    const problems = [
      ...checkConfiguration(props),
      ...checkStackNames(scope, stackNames(plan)),
      ...checkSharedNames(this, plan),
    ];
    if (problems.length > 0) throw new InvalidConfigurationError(problems);
    Object.defineProperty(this, mark, { value: plan });
    const { trail, hub, stackSet } = plan;
    if (trail.stackName !== undefined) this.trail = new TrailStack(scope, trail.stackName, plan);
    this.hub = new HubStack(scope, hub.stackName, plan);
    // Without the stack trace that Annotations adds: it would bring paths of this machine to the output.
    for (const warning of plan.warnings) {
      this.hub.node.addMetadata(AnnotationMetadataEntryType.WARN, warning);
    }
    if (stackSet) {
      this.stackSet = new StackSetStack(scope, stackSet.stackName, plan, stackSet);
      this.stackSet.addDependency(this.hub);
    }
    const accounts: AccountStack[] = [];
    // A loop: each call between would lengthen the stack trace that cdktf keeps of every reference.
    for (const account of plan.accounts) {
      if (account.coveredBy.type !== "stack") continue;
      const stack = new AccountStack(scope, account.coveredBy.stackName, plan, account);
      stack.addDependency(this.hub);
      accounts.push(stack);
    }
    this.accounts = accounts;
  }
}
