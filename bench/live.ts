import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { coverageOf } from "../src/coverage";
import { liveScope, openAws, readLiveInventory } from "../src/live";
import { expectationsOf, resolve } from "../src/plan";
import { answersOfSize, organizationOfSize } from "./live-answers";

/**
 * What `coverage --live` takes for so many accounts in 17 regions: `npm run bench:live -- 100`. A process of its
 * own answers as AWS does where everything forwards; the hub is empty, as its calls do not depend on the accounts.
 */
const [number = "100", isServer] = process.argv.slice(2);
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

async function measure(): Promise<void> {
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
  server.kill();
}

if (isServer === undefined) void measure();
else serve();
