import { findKind, placeSample } from "../../../src/catalog";
import { inventoryOfStacks, traceEvent } from "../../../src/coverage";
import { accountNames } from "../../modules/alert-formatter/formatted-hub";
import { stacks as formatted } from "./formatter-organization";
import { HUB_REGION, MEMBER, stacksOf } from "../small-organization";

const NAME = "REPLAY-20261120T080000Z-20261120T090000Z";
const { sample } = findKind("root-sign-in") ?? {};
if (!sample) throw new Error("the kind does not exist");
const event = placeSample(sample, { account: MEMBER, region: HUB_REGION });

test.each([
  ["a mail", stacksOf()],
  ["a mail that a function writes", formatted],
  [
    "chat",
    stacksOf({
      routes: [{ name: "c", slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } }],
      operations: { recipients: ["security@example.com"] },
    }),
  ],
])("a replayed event arrives as any other, in %s that names the replay", (_, stacks) => {
  const inventory = inventoryOfStacks(stacks);
  const [plain, replayed] = [event, { ...event, "replay-name": NAME }].map((each) =>
    traceEvent(inventory, { ...each }, { accountNames }),
  );
  expect(replayed?.blockers).toEqual([]);
  expect(replayed?.deliveries).toHaveLength(plain?.deliveries.length ?? 0);
  for (const { text, kind } of replayed?.deliveries ?? []) {
    expect([kind, text.includes(NAME)]).toEqual(["root-sign-in", true]);
  }
  for (const { text } of plain?.deliveries ?? []) expect(text).not.toMatch(/replay/i);
});
