import type { SignInAlertsProps } from "../../../src/stacks";
import { organizationOf } from "../../terraform/organizations";
import { synthesizedStacks, type SynthesizedStack } from "../../terraform/synthesized-stacks";
import { tellNot } from "../describe-judged";
import { describeLife, describeNothingUncalled, tagged } from "./applied";
import { configurations } from "./configurations";
import { distinctStacks } from "./distinct-stacks";
import type { AllowedAndCalled } from "./permissions/uncalled-actions";

/**
 * As it is generated, but that the trail may be destroyed again, and that each region has a provider: without the
 * argument `region`, which version 5 does not have, what is generated for several regions would meet in one.
 */
function destroyable(props: SignInAlertsProps): SignInAlertsProps {
  const { trail = { type: "create" } } = props;
  return {
    ...props,
    trail: trail.type === "create" ? { ...trail, deletionProtection: false } : trail,
    regionStrategy: "provider-per-region",
    ...(props.movedFrom && { movedFrom: "region-argument" }),
  };
}

const generated = configurations.flatMap(([app, props]) =>
  synthesizedStacks(organizationOf(destroyable(props))).map((stack) => ({ ...stack, app })),
);
const { judged, alike } = distinctStacks(generated);

beforeAll(() => {
  const reason = "like one that is applied but for regions, ids and numbers";
  tellNot("server", `apply: ${alike} stacks more`, reason);
  for (const [app, { regionStrategy }] of configurations)
    if (regionStrategy === "region-argument")
      tellNot("server", `apply: region-argument of ${app}`, "a provider for each region instead");
});

const actions: AllowedAndCalled[] = [];
for (const [app, props] of configurations) {
  const own = judged.filter((stack) => stack.app === app);
  const names = new Set(own.map(({ name }) => name));
  const among = (stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] =>
    stacks
      .filter(({ name }) => names.has(name))
      .map((stack) => ({
        ...stack,
        dependencies: stack.dependencies.filter((name) => names.has(name)),
      }));
  if (own.length === 0) continue;
  describeLife(app, {
    stacks: among(own),
    changed: () => among(synthesizedStacks(organizationOf(tagged(destroyable(props))))),
    accounts: [props.organization.managementAccount, ...props.accounts.map(({ id }) => id)],
    onCalled: (each) => actions.push(each),
  });
}
describeNothingUncalled("all lives together", actions);
