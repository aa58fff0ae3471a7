import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";

const root = join(__dirname, "..");

/** Code in one file that is made of several, checked in and read at run time. */
export interface Bundle {
  /** Its path in the repository. */
  readonly file: string;
  /** The folder that holds its source. */
  readonly source: string;
  readonly options: BuildOptions;
}

/** The code of the Lambda function. */
export const functionBundle: Bundle = {
  file: "src/formatter/function.js",
  source: "modules/alert-formatter/function",
  options: {
    entryPoints: ["modules/alert-formatter/function/handler.ts"],
    platform: "node",
    format: "cjs",
    // Older than Lambda's, so that tests run it with every Node.js that this package supports.
    target: "node20",
    external: ["@aws-sdk/client-sns"],
  },
};

/** The script of the HTML page of `coverage`. */
export const pageBundle: Bundle = {
  file: "src/coverage/report/html/page/script.js",
  source: "src/coverage/report/html/page",
  options: {
    entryPoints: ["src/coverage/report/html/page/main.ts"],
    platform: "browser",
    format: "iife",
    // Every page that `coverage` writes carries it.
    minify: true,
    target: "es2022",
  },
};

/** The style sheet of the same page. */
export const styleBundle: Bundle = {
  file: "src/coverage/report/html/page/style.css",
  source: "src/coverage/report/html/page/styles",
  options: {
    entryPoints: ["src/coverage/report/html/page/styles/main.css"],
    minify: true,
    banner: {},
  },
};

/** The code of a bundle: nothing in it depends on where it is built. */
export async function bundled({ source, options }: Bundle): Promise<string> {
  const { outputFiles = [] } = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    charset: "utf8",
    legalComments: "none",
    banner: { js: `// Written by \`npm run bundle\` from ${source}.` },
    tsconfigRaw: {},
    ...options,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild wrote no file");
  return file.text;
}
