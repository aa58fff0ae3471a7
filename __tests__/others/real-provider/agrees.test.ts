import { rmSync } from "node:fs";
import { temporaryFolder } from "../../terraform/synthesized-stacks";
import { describeJudged, tellNot, timed } from "../describe-judged";
import { alteredResources } from "./altered-resources";
import { expressedResources } from "./expressed-resources";
import { ours, theirs, withIds } from "./judged-resources";
import { plannedResources } from "./planned-resources";
import { unknownNames } from "./unknown-arguments";

const rows = withIds([...alteredResources, ...expressedResources]);
const planned = withIds(plannedResources);

describeJudged("the check and the real provider", ["terraform", "provider"], ({ provider }) => {
  const folders = { validate: temporaryFolder(), plan: temporaryFolder() };
  afterAll(() => {
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
  });

  test(`agree on ${rows.length} resources`, async () => {
    const we = ours(rows);
    const they = await timed("provider", `agree on ${rows.length} resources`, () =>
      theirs(rows, provider, "validate", folders.validate),
    );
    const known = rows.filter(({ type, body }) => {
      const unknown = unknownNames(type, body, provider.version);
      for (const name of unknown)
        tellNot("provider", `${name} of ${type}`, `version ${provider.version} does not have it`);
      return unknown.length === 0;
    });
    const differing = known
      .filter(({ id, isRefused }) => they.has(id) !== isRefused || we.has(id) !== isRefused)
      .map(({ id, type, change }) => `${type}, ${change}: ${verdicts(id, they, we)}`);
    expect(they.get("elsewhere")).toBeUndefined();
    expect(differing).toEqual([]);
  });

  test(`agree on ${planned.length} resources that the provider validates`, async () => {
    const we = ours(planned);
    const they = await timed("provider", `plan ${planned.length} resources`, () =>
      theirs(planned, provider, "plan", folders.plan),
    );
    const differing = planned
      .filter(({ id, isRefused }) => they.has(id) !== isRefused || we.has(id) !== isRefused)
      .map(({ id, type, body }) => `${type} ${JSON.stringify(body)}: ${verdicts(id, they, we)}`);
    expect(they.get("elsewhere")).toBeUndefined();
    expect(differing).toEqual([]);
  });
});

type Said = ReadonlyMap<string, string>;

function verdicts(id: string, they: Said, we: Said): string {
  const [their = "accepts it", our = "accepts it"] = [they.get(id), we.get(id)];
  return `the provider ${their}; the check ${our}`;
}
