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
import { openAws, readLiveInventory, type Aws } from "../../../src/live";
import { expectationsOf, resolve, type Plan } from "../../../src/plan";
import type { SignInAlertsProps } from "../../../src/stacks";
import { runFolder } from "../../run-folder";
import { organizationOf } from "../../terraform/organizations";
import { synthesizedStacks } from "../../terraform/synthesized-stacks";
import { RealTerraform } from "../real-provider/real-terraform";
import { knownPart } from "../real-provider/unknown-arguments";
import { Proxy } from "./proxy";
import { whatMotoLacks } from "./what-moto-lacks";

/** What was read, and what it comes to. */
export interface LiveReading {
  readonly aws: Aws;
  readonly inventory: Inventory;
  /** Traced when it is asked for. */
  readonly report: () => CoverageReport;
}

/** A configuration that the real provider applied on moto's server, and that is read as AWS is. */
export class LiveServer {
  readonly expected: ReturnType<typeof expectationsOf>;
  readonly lacking: ReturnType<typeof whatMotoLacks>;

  private constructor(
    readonly plan: Plan,
    readonly server: MotoServer,
    readonly proxy: Proxy,
    readonly state: Inventory,
  ) {
    this.expected = expectationsOf(plan);
    this.lacking = whatMotoLacks(plan);
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
    const { stacks } = knownPart(synthesizedStacks(organizationOf(props)), provider.version);
    const terraform = new RealTerraform(stacks, provider, server);
    try {
      await terraform.inOrder((stack) => terraform.create(stack));
      const states = await terraform.inOrder((stack) => terraform.state(stack));
      const state = [...states].map(([stack, json]) => inventoryOfPlan(json, stack));
      const proxy = await Proxy.start(server.url);
      Object.assign(process.env, server.environment, {
        AWS_ENDPOINT_URL: proxy.url,
        AWS_MAX_ATTEMPTS: "1",
      });
      const live = new LiveServer(resolve(props), server, proxy, joinInventories(state));
      proxy.intercept = live.lacking;
      return live;
    } finally {
      terraform.close();
    }
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    await this.server.stop();
  }

  /** Reads everything as `coverage --live` does. @param patience - milliseconds until an answer is given up */
  async read(patience = 30_000): Promise<LiveReading> {
    const { plan, expected } = this;
    const aws = await openAws({
      region: plan.hub.place.region,
      partition: plan.partition,
      roleArn: (account) => `arn:${plan.partition}:iam::${account}:role/Reader`,
      patience: { connection: 30_000, answer: patience },
    });
    const inventory = await readLiveInventory(aws, {
      expected,
      namePrefix: plan.namePrefix,
      hub: plan.hub.place,
      trail: plan.trail.place,
      globalRegion: "us-east-1",
    });
    return { aws, inventory, report: () => coverageOf(inventory, { expected }) };
  }
}

/** What is wrong, without where it is written down. */
export function findingsIn({ findings, cells }: CoverageReport): readonly string[] {
  const gaps = cells.flatMap(({ account, region, kind, covered, blocker }) =>
    covered ? [] : [`${kind} in ${account}, ${region}: ${blocker?.rule ?? ""}`],
  );
  return [...findings.map(({ rule, detail }) => `${rule}: ${detail}`), ...gaps].sort();
}
