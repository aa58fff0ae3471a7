import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { removeStaleStacks } from "../../src/stacks";
import { inApp, MEMBER, smallOrganization } from "../coverage/small-organization";

const root = mkdtempSync(join(tmpdir(), "signin-alerts-stale-"));
const outdir = join(root, "cdktf.out");
const gone = `signin-account-${MEMBER}`;
const folder = join(outdir, "stacks", gone);
const withoutMember = {
  accounts: smallOrganization.accounts.filter(({ id }) => id !== MEMBER),
};

function synthesized(
  change: Parameters<typeof inApp>[0] = {},
  besides: (app: App) => void = () => undefined,
): App {
  const app = new App({ outdir });
  inApp(change)(app);
  besides(app);
  app.synth();
  return app;
}

function stacks(): readonly string[] {
  return readdirSync(join(outdir, "stacks")).sort();
}

const command = "CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS";

beforeEach(() => {
  synthesized();
});
afterEach(() => {
  Reflect.deleteProperty(process.env, command);
  rmSync(outdir, { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

test("the folder of a stack that is gone is removed, and a sentence says what is still on AWS", () => {
  const before = stacks();
  const said = removeStaleStacks(synthesized(withoutMember));
  expect(stacks()).toEqual(before.filter((name) => name !== gone));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(`Removed ${folder}, a stack that the configuration no longer has.`);
  expect(said[0]).toContain(`run \`npx cdktf destroy ${gone}\``);
});

test("several stacks that are gone are told in one sentence, each by its name", () => {
  const others = ["signin-account-777777777777", "signin-account-888888888888"];
  for (const name of others) {
    mkdirSync(join(outdir, "stacks", name));
    writeFileSync(
      join(outdir, "stacks", name, "cdk.tf.json"),
      JSON.stringify({
        "//": { metadata: { stackName: name, overrides: { stack: ["terraform"] } } },
      }),
    );
  }
  writeFileSync(join(outdir, "stacks", "signin-account-888888888888", "notes.txt"), "mine");
  const said = removeStaleStacks(synthesized(withoutMember));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(
    `Removed 3 stacks that the configuration no longer has: ${gone}, signin-account-777777777777, signin-account-888888888888 (but for notes.txt).`,
  );
});

test("nothing is removed of a configuration that has all its stacks", () => {
  const before = stacks();
  expect(removeStaleStacks(synthesized())).toEqual([]);
  expect(stacks()).toEqual(before);
});

test("a state, what Terraform downloaded and other files stay, and are named", () => {
  mkdirSync(join(folder, ".terraform"));
  mkdirSync(join(folder, "assets", "package"), { recursive: true });
  writeFileSync(join(folder, "terraform.tfstate"), "{}");
  writeFileSync(join(folder, "notes.txt"), "mine");
  const [said] = removeStaleStacks(synthesized(withoutMember));
  expect(readdirSync(folder).sort()).toEqual([".terraform", "notes.txt", "terraform.tfstate"]);
  expect(said).toContain("left what is not its own: .terraform, notes.txt, terraform.tfstate.");
  // Nothing was generated in it any more.
  expect(removeStaleStacks(synthesized(withoutMember))).toEqual([]);
});

test.each<readonly [string, (file: string) => void]>([
  [
    "holds no Terraform",
    (file) => {
      rmSync(file);
    },
  ],
  [
    "holds Terraform of another program",
    (file) => {
      writeFileSync(file, '{"resource": {}}');
    },
  ],
  [
    "was written for a stack of another name",
    (file) => {
      writeFileSync(
        file,
        JSON.stringify({
          "//": { metadata: { stackName: "x", overrides: { stack: ["terraform"] } } },
        }),
      );
    },
  ],
  [
    "holds what cannot be read",
    (file) => {
      writeFileSync(file, "{");
    },
  ],
  [
    "holds a link",
    (file) => {
      rmSync(file);
      symlinkSync(join(outdir, "manifest.json"), file);
    },
  ],
])("a folder that %s is left alone", (_, change) => {
  const file = join(folder, "cdk.tf.json");
  change(file);
  expect(removeStaleStacks(synthesized(withoutMember))).toEqual([]);
  expect(existsSync(folder)).toBe(true);
});

test("stacks of the same app that are not of this package are left alone", () => {
  synthesized({}, (app) => new TerraformStack(app, "theirs"));
  expect(removeStaleStacks(synthesized())).toEqual([]);
  expect(stacks()).toContain("theirs");
});

test("the cdktf command is left to remove folders that it has seen itself", () => {
  process.env[command] = "true";
  expect(removeStaleStacks(synthesized(withoutMember))).toEqual([]);
  expect(existsSync(folder)).toBe(true);
});

test.each([
  [
    "EACCES",
    "permission is denied (EACCES); allow your user to write there, or remove it yourself.",
  ],
  ["EROFS", "the file system is read-only (EROFS); mount it so that it can be written, or"],
  ["ENOSPC", "the disk is full (ENOSPC); free some space, or"],
  ["ELOOP", "the operating system refuses (ELOOP); see what it says, or"],
])("fails in a sentence where the file system answers %s", (code, text) => {
  const app = synthesized(withoutMember);
  const refusing = jest.spyOn(fs, "rmSync").mockImplementation(() => {
    throw Object.assign(new Error(`${code}: no, unlink`), { code, syscall: "unlink" });
  });
  try {
    const [said] = removeStaleStacks(app);
    expect(said).toMatch(`${folder} cannot be removed: ${text}`);
    expect(said).toContain("until then it is taken for a part of the output");
  } finally {
    refusing.mockRestore();
  }
  expect(existsSync(folder)).toBe(true);
});

test("fails as the bug that it is where something else is thrown", () => {
  const app = synthesized(withoutMember);
  const refusing = jest.spyOn(fs, "rmSync").mockImplementation(() => {
    throw new TypeError("a bug");
  });
  try {
    expect(() => removeStaleStacks(app)).toThrow("a bug");
  } finally {
    refusing.mockRestore();
  }
});

test("fails in a sentence where the folder of the stacks cannot be read", () => {
  const app = synthesized(withoutMember);
  rmSync(join(outdir, "stacks"), { recursive: true });
  writeFileSync(join(outdir, "stacks"), "");
  expect(removeStaleStacks(app)).toEqual([
    expect.stringContaining(
      `${join(outdir, "stacks")} cannot be read: a file stands where a folder should (ENOTDIR); remove that file`,
    ),
  ]);
});
