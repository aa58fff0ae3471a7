import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coverageOf } from "../src/coverage";
import { liveScope, openAws, readLiveInventory } from "../src/live";
import { expectationsOf, resolve } from "../src/plan";
import { answersOfSize, organizationOfSize } from "./live-answers";
import { filledMoto } from "./live-moto";

/**
 * What `coverage --live` takes for so many accounts in 17 regions: `npm run bench:live -- 100`. A process of its
 * own answers as AWS does where everything forwards, or with `moto` behind the number moto's server, which is
 * filled first; the hub is empty, as its calls do not depend on the accounts.
 */
const [number = "100", mode] = process.argv.slice(2);
const accounts = Number(number);

function serve(): void {
  const answers = answersOfSize(accounts);
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { status = 200, body = "{}" } = answers(request, Buffer.concat(parts).toString());
      response.writeHead(status).end(body);
    });
  });
  server.listen(0, "127.0.0.1", () => {
    process.send?.((server.address() as AddressInfo).port);
  });
}

/** Starts what answers, and says where it is. @returns how to end it */
async function begin(): Promise<() => unknown> {
  if (mode === "moto") {
    const ids = organizationOfSize(accounts).accounts.map(({ id }) => id);
    const start = performance.now();
    const moto = await filledMoto(ids, join(mkdtempSync(join(tmpdir(), "bench-")), "moto.log"));
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    process.stdout.write(`moto's server was filled in ${seconds} s\n`);
    return () => moto.stop();
  }
  const server = fork(__filename, [number, "serve"]);
  const [port] = (await once(server, "message")) as [number];
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: "ASIA111111111111",
    AWS_SECRET_ACCESS_KEY: "example",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  });
  return () => server.kill();
}

async function measure(): Promise<void> {
  const end = await begin();
  try {
    await readAndJudge();
  } finally {
    await end();
  }
}

async function readAndJudge(): Promise<void> {
  const plan = resolve(organizationOfSize(accounts));
  const start = performance.now();
  const aws = await openAws({
    region: "us-east-1",
    partition: "aws",
    roleArn: (account) => `arn:aws:iam::${account}:role/Reader`,
  });
  const scope = await liveScope(aws, {
    expected: expectationsOf(plan),
    namePrefix: plan.namePrefix,
    hub: plan.hub.place,
    trail: plan.trail.place,
    globalRegion: "us-east-1",
  });
  const inventory = await readLiveInventory(aws, scope);
  const read = performance.now();
  const report = coverageOf(inventory, { expected: scope.expected });
  const judged = performance.now();
  const calls = [...aws.calls.values()].reduce((sum, each) => sum + each, 0);
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${accounts} accounts, ${calls} calls, not known: ${aws.notKnown.length}, resources: ${inventory.resources.length}, cells: ${report.cells.length}; ` +
      `read in ${seconds(read - start)} s, judged in ${seconds(judged - read)} s, at most ${memory} MB\n`,
  );
}

if (mode === "serve") serve();
else void measure();
