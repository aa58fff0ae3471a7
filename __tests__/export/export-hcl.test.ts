import fs, { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { exportHcl, ExportError } from "../../src/export";
import { Folders } from "./folders";

let folders: Folders;
beforeEach(() => {
  folders = new Folders();
});
afterEach(() => {
  folders.remove();
});

const topic = { resource: { aws_sns_topic: { alerts: { name: "alerts" } } } };

/** The problems of an export, without the folder of the test. */
function problemsOf(from: string, to: string): readonly string[] {
  try {
    exportHcl(from, to);
    return [];
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    return error.message.replaceAll(folders.root, "").split("\n");
  }
}

test("each stack has a folder, with its assets and the versions that are pinned", () => {
  const path = "assets/Package_1A2B3C4D/0123/function.zip";
  const from = folders.generated(
    {
      hub: { resource: { aws_lambda_function: { format: { filename: path, role: "r" } } } },
      trail: topic,
    },
    {
      [`stacks/hub/${path}`]: "zipped",
      "stacks/hub/.terraform.lock.hcl": "# pinned\n",
      "stacks/hub/metadata.json": "{}",
    },
  );
  const to = folders.at("new", "infra");
  expect(exportHcl(from, to)).toEqual([
    { name: "hub", files: [".terraform.lock.hcl", path, "lambda.tf"] },
    { name: "trail", files: ["sns.tf"] },
  ]);
  expect(folders.contents(to)).toEqual({
    "hub/.terraform.lock.hcl": "# pinned\n",
    [`hub/${path}`]: "zipped",
    "hub/lambda.tf": `resource "aws_lambda_function" "format" {\n  filename = "${path}"\n  role     = "r"\n}\n`,
    "trail/sns.tf": 'resource "aws_sns_topic" "alerts" {\n  name = "alerts"\n}\n',
  });
  expect(readdirSync(folders.at("new"))).toEqual(["infra"]);
});

test("a state in a file stays where it is", () => {
  const backend = { local: { path: "../../../terraform.hub.tfstate" } };
  const from = folders.generated({ hub: { ...topic, terraform: { backend } } });
  const to = folders.at("far", "away");
  exportHcl(from, to);
  expect(folders.contents(to)["hub/backend.tf"]).toContain(
    '    path = "../../../terraform.hub.tfstate"',
  );
  const near = folders.at("near");
  exportHcl(from, near);
  expect(folders.contents(near)["hub/backend.tf"]).toContain(
    '    path = "../../terraform.hub.tfstate"',
  );
});

test("an empty folder is filled, through a symbolic link too", () => {
  const from = folders.generated({ hub: topic });
  mkdirSync(folders.at("empty"));
  symlinkSync(folders.at("empty"), folders.at("link"));
  exportHcl(from, folders.at("link"));
  expect(Object.keys(folders.contents(folders.at("empty")))).toEqual(["hub/sns.tf"]);
});

test("what was written is the same from the same input", () => {
  const from = folders.generated({ hub: topic, trail: topic });
  exportHcl(from, folders.at("one"));
  exportHcl(from, folders.at("two"));
  expect(folders.contents(folders.at("two"))).toEqual(folders.contents(folders.at("one")));
});

test("fails with all that is wrong at once, and writes nothing", () => {
  const from = folders.generated(
    {
      hub: {
        module: { vpc: { source: "./vpc" } },
        provider: { google: [{}] },
        data: { aws_ami: { image: {} } },
        resource: {
          aws_instance: { server: {} },
          aws_sns_topic: { "a b": { name: "${a # b\n}", colour: 1 } },
          aws_sqs_queue: {
            letters: {
              timeouts: "3m",
              provisioner: { "local-exec": { command: "true" } },
              depends_on: ["not an address"],
              name: "%{ if true }a%{ endif }",
              delay_seconds: 12345678901234567890,
            },
          },
          aws_lambda_function: { format: { filename: "../../secret.zip" } },
        },
      },
    },
    { "stacks/hub/extra.tf": "", "stacks/old/cdk.tf.json": "{}" },
  );
  mkdirSync(folders.at("full"));
  writeFileSync(folders.at("full", "README.md"), "");
  expect(problemsOf(from, folders.at("full"))).toMatchInlineSnapshot(`
   [
     "/full: the folder is not empty: name one that is, or that does not exist",
     "/cdktf.out: stacks/old, which is not in the manifest, would not be exported: delete it, or generate anew",
     "hub extra.tf: a file of its folder, would not be exported: delete it, or generate anew",
     "hub module: blocks of this type are not supported",
     "hub provider.google: the provider is not known",
     "hub data.aws_ami: the type is not known: what is a block in it, and what an argument?",
     "hub aws_instance: the type is not known: what is a block in it, and what an argument?",
     "hub aws_sns_topic.a b: it is not a valid name",
     "hub aws_sns_topic.a b: name: an expression with a comment, heredoc or backslash is not supported",
     "hub aws_sns_topic.a b: colour is neither an argument nor a block of aws_sns_topic",
     "hub aws_sqs_queue.letters: name: a template directive %{ is not supported",
     "hub aws_sqs_queue.letters: delay_seconds: the number 12345678901234567000 is too large to be read exactly",
     "hub aws_sqs_queue.letters: timeouts is a block, which has to be an object",
     "hub aws_sqs_queue.letters: provisioner is neither an argument nor a block of aws_sqs_queue",
     "hub aws_sqs_queue.letters: "not an address" is not an address",
     "hub aws_lambda_function.format: it names the file ../../secret.zip, which is not in assets of its stack",
   ]
  `);
  expect(Object.keys(folders.contents(folders.at("full")))).toEqual(["README.md"]);
});

const within =
  "it is within the generated Terraform, which `cdktf synth` writes anew: name another folder";

test.each([
  ["a file", () => written("file"), "it is not a folder: name one that does not exist"],
  [
    "beneath a file",
    () => `${written("file")}/infra`,
    "it cannot be written: a file stands where a folder should (ENOTDIR); remove that file",
  ],
  ["within the generated Terraform", () => folders.at("cdktf.out", "stacks", "infra"), within],
  ["the generated Terraform itself", () => folders.at("cdktf.out"), within],
  ["a link into the generated Terraform", () => linked("cdktf.out/new"), within],
])("fails where the folder is %s", (_, folder, problem) => {
  const from = folders.generated({ hub: topic });
  const to = folder();
  expect(problemsOf(from, to)).toEqual([`${to.replace(folders.root, "")}: ${problem}`]);
});

function written(file: string): string {
  writeFileSync(folders.at(file), "");
  return folders.at(file);
}

function linked(target: string): string {
  mkdirSync(folders.at(target));
  symlinkSync(folders.at(target), folders.at("link"));
  return folders.at("link");
}

test("fails where there is no generated Terraform", () => {
  expect(() => exportHcl(folders.at("missing"), folders.at("infra"))).toThrow("is no folder");
});

test("fails where a stack has the name of another folder", () => {
  const from = folders.generated({ hub: topic });
  writeFileSync(
    `${from}/manifest.json`,
    JSON.stringify({
      stacks: { "../../evil": { synthesizedStackPath: "stacks/hub/cdk.tf.json" } },
    }),
  );
  expect(problemsOf(from, folders.at("infra"))).toContain(
    "../../evil: the name of a stack has to be that of a folder",
  );
});

test("fails where an asset is a link, which may lead anywhere", () => {
  const from = folders.generated({ hub: topic }, { "stacks/hub/assets/a.zip": "" });
  symlinkSync(folders.at("elsewhere"), `${from}/stacks/hub/assets/link`);
  expect(problemsOf(from, folders.at("infra"))).toEqual([
    "hub assets/link: it is neither a file nor a folder",
  ]);
});

test.each([
  ["the disk is full", "ENOSPC", "the disk is full (ENOSPC); free some space"],
  [
    "nothing may be written",
    "EACCES",
    "permission is denied (EACCES); allow your user to write there",
  ],
  ["the system has another reason", "EIO", "the operating system refuses (EIO); see what it says"],
])("fails where %s, and leaves nothing behind", (_, code, reason) => {
  const from = folders.generated({ hub: topic });
  const write = jest.spyOn(fs, "writeFileSync").mockImplementation(() => {
    throw Object.assign(new Error(`${code}: ${folders.root}`), { code, syscall: "write" });
  });
  try {
    expect(problemsOf(from, folders.at("infra"))).toEqual([
      `/infra: it cannot be written: ${reason}`,
    ]);
  } finally {
    write.mockRestore();
  }
  expect(fs.readdirSync(folders.root)).toEqual(["cdktf.out"]);
});
