import { accountListIn } from "../../src/cli/init/account-list";
import { draftOf, type Answers } from "../../src/cli/init/answers";
import { commentedKey } from "../../src/cli/init/commented-key";
import { configurationText } from "../../src/cli/init/configuration-text";
import { suggestedKeys } from "../../src/cli/init/suggested-keys";
import { templateConfiguration } from "../../src/cli/init/template";
import { described } from "../../src/config/keys/described";
import { keyAt } from "../../src/config/keys/key-at";
import { patchedYaml } from "../../src/config/patched-yaml";
import { readConfigurationText } from "../../src/config/read-configuration";
import { checkConfiguration } from "../../src/plan";

const answers: Answers = {
  organization: "o-a1b2c3d4e5",
  managementAccount: "111111111111",
  hubAccount: "222222222222",
  hubRegion: "eu-central-1",
  recipients: ["security@example.com"],
  ...accountListIn("list", "id,name\n111111111111,management\n222222222222,tooling\n"),
};

const cases: readonly (readonly [string, Answers])[] = [
  ["a trail that is created", answers],
  ["a trail that exists", { ...answers, trail: "existing" }],
  ["the hub in the management account", { ...answers, hubAccount: "111111111111" }],
];

beforeAll(() => {
  jest.useFakeTimers({ now: Date.parse("2026-11-21T12:00:00Z"), doNotFake: ["performance"] });
});
afterAll(() => {
  jest.useRealTimers();
});

const read = (text: string) =>
  readConfigurationText("signin-alerts.yaml", text, checkConfiguration);
const textOf = (given: Answers) => configurationText(templateConfiguration(), given);
const plain = (text: string) => text.replaceAll(/[\s#]+/g, " ");

describe.each(cases)("with %s", (_, given) => {
  const draft = draftOf(given);
  const keys = suggestedKeys(draft);
  const file = textOf(given);

  test("a file that suggests keys says no more than one without", () => {
    expect(read(file)).toEqual(draft);
  });

  test("what is said of an item's first key stands before the item, not between dash and key", () => {
    expect(file).toContain("#   - name: all\n");
    expect(file.split("\n").filter((line) => /-\s+#/.test(line))).toEqual([]);
  });

  test.each(keys.map((key) => [[...key.group, key.name].join("."), key] as const))(
    "%s is explained as in the table of keys, and accepted once it is no comment",
    (_path, key) => {
      const known = keyAt([...key.group, key.name], { ...draft, [key.name]: key.value });
      expect(plain(file)).toContain(plain(known === undefined ? "no such key" : described(known)));
      const { yaml } = commentedKey(key, draft);
      const margin = " ".repeat(key.group.length * 2);
      const commented = yaml.map((line) => `${margin}# ${line}\n`).join("");
      expect(file).toContain(commented);
      const uncommented = file
        .replace(commented, yaml.map((line) => `${margin}${line}\n`).join(""))
        // What a person fills in, and leaves out.
        .replace("until: YYYY-MM-DD", "until: 2026-11-21")
        .replace(key.name === "routes" ? "recipients:\n  - security@example.com\n" : "\n", "\n");
      expect(read(uncommented)).toHaveProperty([...key.group, key.name]);
    },
  );
});

test("comments outlast an account that a program adds to the file", () => {
  const text = textOf(answers);
  const added = { id: "333333333333", name: "payments" };
  const more = patchedYaml(text, [{ path: ["accounts", 2], set: added }]) ?? "";
  expect(read(more).accounts.at(-1)).toEqual(added);
  const commentsIn = (file: string) => file.split("\n").filter((line) => /^\s*#/.test(line));
  expect(commentsIn(more)).toEqual(commentsIn(text));
});

test("no key is suggested that is there", () => {
  const accounts = answers.accounts?.map((account) => ({
    ...account,
    tags: { env: "prod" },
    optInRegions: ["eu-south-1"],
  }));
  const names = suggestedKeys(draftOf({ ...answers, ...(accounts && { accounts }) }))
    .filter(({ group }) => group[0] === "accounts")
    .map(({ name }) => name);
  expect(names).toEqual(["roleName"]);
});
