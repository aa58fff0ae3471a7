import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { unzipSync } from "fflate";
import { accountNamesIn, functionPackage, hashOf } from "../../../src/formatter";
import { formattedHub, HUB_STACK } from "./formatted-hub";

const names = { "111111111111": "management", "333333333333": "payments-prod" };

/** What is written for the hub's stack. */
function synthesized(): {
  readonly terraform: string;
  readonly zip: Uint8Array;
  readonly path: string;
} {
  const outdir = mkdtempSync(join(tmpdir(), "formatter-test-"));
  try {
    const app = new App({ outdir });
    formattedHub()(app);
    app.synth();
    const folder = join(outdir, "stacks", HUB_STACK);
    const terraform = readFileSync(join(folder, "cdk.tf.json"), "utf8");
    const path = /"filename": "([^"]+)"/u.exec(terraform)?.[1] ?? "";
    return { terraform, zip: readFileSync(join(folder, path)), path };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

describe("the package of the function", () => {
  test("has the same bytes whenever, wherever and in whatever order of names it is created", () => {
    const { zip, hash } = functionPackage(names);
    const zone = process.env["TZ"];
    try {
      process.env["TZ"] = "Pacific/Kiritimati";
      const reversed = Object.fromEntries(Object.entries(names).reverse());
      const other = functionPackage(reversed);
      expect(other).toEqual({ zip, hash });
      expect(other.zip).not.toBe(zip);
    } finally {
      process.env["TZ"] = zone;
    }
  });

  test("is not compressed, so that no version of a library changes it", () => {
    const { zip } = functionPackage(names);
    const files = Object.values(unzipSync(zip));
    const size = files.reduce((sum, { length }) => sum + length, 0);
    expect(zip.length).toBeGreaterThan(size);
  });

  test("changes its hash with a name", () => {
    const { hash } = functionPackage({ ...names, "333333333333": "payments" });
    expect(hash).not.toBe(functionPackage(names).hash);
  });

  test("lists the names in it", () => {
    expect(accountNamesIn(functionPackage(names).zip)).toEqual(names);
    expect(accountNamesIn(new Uint8Array([1, 2, 3]))).toBeUndefined();
  });

  test("holds the names of thousands of accounts", () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [String(100_000_000_000 + i), `account-${i}`]),
    );
    expect(functionPackage(many).zip.length).toBeLessThan(1_000_000);
  });

  test("lies beside the Terraform, which names it by a relative path and its hash", () => {
    const { terraform, zip, path } = synthesized();
    expect(path).toMatch(/^assets\/[\w-]+\/[0-9a-f]{32}\/function\.zip$/u);
    expect(terraform).toContain(`"source_code_hash": "${hashOf(zip)}"`);
  });

  test("is written the same by every run", () => {
    expect(synthesized()).toEqual(synthesized());
  });
});
