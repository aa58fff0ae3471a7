import { join } from "node:path";
import type { RealProvider } from "../../../steps/judges/provider";
import { MotoServer } from "../../../steps/judges/server";
import {
  coverageOf,
  inventoryOfPlan,
  joinInventories,
  type CoverageReport,
  type Inventory,
} from "../../../src/coverage";
import { liveScope, openAws, readLiveInventory, type Aws } from "../../../src/live";
import { expectationsOf, resolve, type Plan } from "../../../src/plan";
import type { SignInAlertsProps } from "../../../src/stacks";
import { runFolder } from "../../run-folder";
import { organizationOf } from "../../terraform/organizations";
import { synthesizedStacks, type SynthesizedStack } from "../../terraform/synthesized-stacks";
import { RealTerraform } from "../real-provider/real-terraform";
import { knownPart } from "../real-provider/unknown-arguments";
import { foundOrganization } from "./found-organization";
import { Proxy } from "./proxy";
import { whatMotoLacks } from "./what-moto-lacks";

/** Addresses that configurations leave to variables. */
const values = { TF_VAR_pagerduty: "https://events.pagerduty.com/integration/x/enqueue" };

/** What was read, and what it comes to. */
export interface LiveReading {
  readonly aws: Aws;
  readonly inventory: Inventory;
  /** Traced when it is asked for. */
  readonly report: () => CoverageReport;
}

/** Configurations that the real provider applies on moto's server, one after the other, and that are read as AWS is. */
export class LiveServer {
  readonly #server: MotoServer;
  readonly #terraform: RealTerraform;
  #plan: Plan;
  #state: Inventory = joinInventories([]);

  private constructor(
    props: SignInAlertsProps,
    server: MotoServer,
    readonly proxy: Proxy,
    readonly provider: RealProvider,
  ) {
    this.#server = server;
    this.#plan = resolve(props);
    const environment = { ...server.environment, ...values };
    this.#terraform = new RealTerraform(this.#stacks(props), provider, { environment });
  }

  static async start(
    name: string,
    props: SignInAlertsProps,
    provider: RealProvider,
    python: string,
  ): Promise<LiveServer> {
    const accounts = props.accounts.map(({ id }) => id);
    const log = join(runFolder(), `moto-live-${name.replaceAll(/\W+/g, "-")}.log`);
    const server = await MotoServer.start({ python, accounts, log });
    const proxy = await Proxy.start(server.url);
    Object.assign(process.env, server.environment, {
      AWS_ENDPOINT_URL: proxy.url,
      AWS_MAX_ATTEMPTS: "1",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    });
    await foundOrganization(accounts);
    const live = new LiveServer(props, server, proxy, provider);
    await live.apply(props);
    proxy.intercept = live.lacking;
    return live;
  }

  /** Applies another configuration of the same accounts in the place of the present one. */
  async apply(props: SignInAlertsProps): Promise<void> {
    const terraform = this.#terraform;
    this.#plan = resolve(props);
    terraform.change(this.#stacks(props));
    await terraform.inOrder((stack) => terraform.create(stack));
    const states = await terraform.inOrder((stack) => terraform.state(stack));
    this.#state = joinInventories([...states].map(([stack, json]) => inventoryOfPlan(json, stack)));
  }

  /** What the states of Terraform hold. */
  get state(): Inventory {
    return this.#state;
  }

  get expected(): ReturnType<typeof expectationsOf> {
    return expectationsOf(this.#plan);
  }

  get lacking(): ReturnType<typeof whatMotoLacks> {
    return whatMotoLacks(this.#plan);
  }

  async stop(): Promise<void> {
    this.#terraform.close();
    await this.proxy.stop();
    await this.#server.stop();
  }

  #stacks(props: SignInAlertsProps): readonly SynthesizedStack[] {
    return knownPart(synthesizedStacks(organizationOf(props)), this.provider.version).stacks;
  }

  /** Reads everything as `coverage --live` does. @param patience - milliseconds until an answer is given up */
  async read(patience = 30_000): Promise<LiveReading> {
    const plan = this.#plan;
    const aws = await openAws({
      region: plan.hub.place.region,
      partition: plan.partition,
      roleArn: (account) => `arn:${plan.partition}:iam::${account}:role/Reader`,
      patience: { connection: 30_000, answer: patience },
    });
    const scope = await liveScope(aws, {
      expected: this.expected,
      namePrefix: plan.namePrefix,
      hub: plan.hub.place,
      trail: plan.trail.place,
      globalRegion: "us-east-1",
    });
    const inventory = await readLiveInventory(aws, scope);
    const report = () => coverageOf(inventory, { expected: scope.expected });
    return { aws, inventory, report };
  }
}

/** What is wrong, without where it is written down. */
export function findingsIn({ findings, cells }: CoverageReport): readonly string[] {
  const gaps = cells.flatMap(({ account, region, kind, covered, blocker }) =>
    covered ? [] : [`${kind} in ${account}, ${region}: ${blocker?.rule ?? ""}`],
  );
  return [...findings.map(({ rule, detail }) => `${rule}: ${detail}`), ...gaps].sort();
}
