import { join } from "node:path";
import { build } from "esbuild";

const root = join(__dirname, "../../..");

/** The function in one file, as it is checked in and uploaded: nothing in it depends on where it is built. */
export async function bundledFunction(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["modules/alert-formatter/function/handler.ts"],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    // Older than Lambda's, so that tests run it with every Node.js that this package supports.
    target: "node20",
    external: ["@aws-sdk/client-sns"],
    charset: "utf8",
    legalComments: "none",
    banner: { js: "// Written by `npm run bundle` from modules/alert-formatter/function." },
    tsconfigRaw: {},
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild wrote no file");
  return file.text;
}
