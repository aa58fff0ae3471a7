import { join } from "node:path";
import { MotoServer } from "../../../steps/judges/server";
import type { SignInAlertsProps } from "../../../src/stacks";
import { inHcl } from "../../export/in-hcl";
import { runFolder } from "../../run-folder";
import { organizationOf } from "../../terraform/organizations";
import { synthesizedStacks, type SynthesizedStack } from "../../terraform/synthesized-stacks";
import { describeJudged, tell, tellNot, timed } from "../describe-judged";
import { applied } from "./configurations";
import { givenTo, putParameters, writeProfiles } from "./given-to-terraform";
import { JudgedCalls } from "./permissions/judged-calls";
import { Recorder } from "./permissions/recorder";
import { unexplained, type AllowedAndCalled } from "./permissions/uncalled-actions";
import { RealTerraform } from "./real-terraform";
import { knownPart } from "./unknown-arguments";

/** The life of a configuration on a server. Each has a file of its own, as Jest runs files side by side. */
export function describeApplied(name: keyof typeof applied): void {
  const props: SignInAlertsProps = applied[name];
  const actions: AllowedAndCalled[] = [];
  describeLife(name, {
    stacks: synthesizedStacks(organizationOf(props)),
    changed: () => synthesizedStacks(organizationOf(tagged(props))),
    accounts: props.accounts.map(({ id }) => id),
    onCalled: (each) => actions.push(each),
  });
  describeNothingUncalled(`the life of ${name}`, actions);
}

/** The same with another value of a tag. */
export function tagged(props: SignInAlertsProps): SignInAlertsProps {
  return { ...props, tags: { ...props.tags, version: "2" } };
}

/** Sees that lives, together, call all that they were allowed. @param actions - filled by their tests, which come before */
export function describeNothingUncalled(name: string, actions: readonly AllowedAndCalled[]): void {
  describeJudged(`what is allowed in ${name}`, ["terraform", "provider", "server"], () => {
    test("nothing is allowed that is not called, but for a reason", () => {
      expect(actions.length).toBeGreaterThan(0);
      expect(unexplained(actions)).toEqual([]);
    });
  });
}

/** What is created, changed and destroyed. */
export interface Life {
  readonly stacks: readonly SynthesizedStack[];
  /** The stacks with another value of a tag, when it is asked for. */
  readonly changed: () => readonly SynthesizedStack[];
  /** Those of the organization; the first is the management account. */
  readonly accounts: readonly string[];
  /** Gets what was allowed and what was called; one configuration alone need not call all that its types may. */
  readonly onCalled: (actions: AllowedAndCalled) => void;
}

/** Creates stacks on a server, sees that nothing is left to do, and destroys them. */
export function describeLife(name: string, life: Life): void {
  const judges = ["terraform", "provider", "server"] as const;
  describeJudged(`the life of ${name}`, judges, ({ provider, server: { python } }) => {
    let server: MotoServer;
    let recorder: Recorder;
    let terraform: RealTerraform;
    let created = false;
    const { stacks, unknown } = knownPart(life.stacks, provider.version);

    /** The actions and addresses of what a plan of every stack would change. */
    const changes = async (): Promise<readonly string[]> => {
      if (!created) throw new Error("it was not created, so nothing can be said of a plan");
      recorder.isPlan = true;
      try {
        const planned = await terraform.inOrder((stack) => terraform.changes(stack));
        return [...planned.values()].flat().sort();
      } finally {
        recorder.isPlan = false;
      }
    };
    const step = <T>(what: string, work: () => Promise<T>) =>
      timed("provider", `${what}: ${name}`, work);

    beforeAll(async () => {
      const own = name.replaceAll(/\W+/g, "-");
      const log = join(runFolder(), `moto-${own}.log`);
      const accounts = [...new Set(life.accounts)];
      server = await MotoServer.start({ python, accounts, log });
      recorder = await Recorder.before(server.url);
      const { profiles, variables } = givenTo(stacks);
      const file = join(runFolder(), `profiles-${own}.ini`);
      writeProfiles(file, profiles);
      await putParameters(server.url, stacks);
      const environment = {
        ...server.environment,
        ...variables,
        AWS_ENDPOINT_URL: recorder.url,
        AWS_CONFIG_FILE: file,
      };
      terraform = new RealTerraform(stacks, provider, { environment });
    }, 90_000);
    afterAll(async () => {
      terraform.close();
      await recorder.stop();
      await server.stop();
    });

    test("it is created", async () => {
      await step("apply", () => terraform.inOrder((stack) => terraform.create(stack)));
      created = true;
      tell("server", name, 0);
      for (const argument of unknown)
        tellNot("provider", argument, `version ${provider.version} does not have it`);
      for (const argument of terraform.ignored)
        tellNot("server", argument, "moto does not keep it");
      for (const type of terraform.leftOut)
        tellNot("server", `apply: ${type}`, "moto has no API for it, or not what it needs");
    });

    test("then a plan is empty", async () => {
      expect(await step("second plan", changes)).toEqual([]);
    });

    test("a plan of what is exported as HCL is empty, too", async () => {
      terraform.change(inHcl(stacks));
      expect(await step("plan of HCL", changes)).toEqual([]);
    });

    test("a changed tag updates resources, and creates or destroys none", async () => {
      terraform.change(knownPart(life.changed(), provider.version).stacks);
      const planned = await step("plan of a change", changes);
      expect(planned.length).toBeGreaterThan(0);
      expect(planned.filter((change) => !change.startsWith("update "))).toEqual([]);
    });

    test("it is destroyed without a warning", async () => {
      await step("destroy", () =>
        terraform.inOrder((stack) => terraform.destroy(stack), { reverse: true }),
      );
      expect(terraform.warnings).toEqual([]);
    });

    describe("what was called", () => {
      const judged = () => new JudgedCalls(life.stacks, recorder.requests, life.accounts[0] ?? "");

      test("the least permissions allow each call: of plans those for planning", () => {
        const { count, plans, refused } = judged();
        tell("provider", `${count} calls, ${plans} of plans: ${name}`, 0);
        // A plan reads each resource that is there.
        expect(plans).toBeGreaterThanOrEqual(terraform.resources);
        expect(refused).toEqual([]);
        life.onCalled(judged().actions(terraform.leftOut));
      });

      test("fails a call of something else", () => {
        const body = new URLSearchParams({ Action: "CreateUser", RoleName: "signin-alerts" });
        const authorization = "Credential=test/20261126/us-east-1/iam/aws4_request";
        const other = {
          method: "POST",
          url: "/",
          headers: { authorization },
          body: body.toString(),
          isPlan: false,
        };
        const { refused } = new JudgedCalls(life.stacks, [other], life.accounts[0] ?? "");
        expect(refused).toEqual([expect.stringContaining("deploy: iam:CreateUser on ")]);
      });
    });
  });
}
