import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { withTemplateUrl } from "./template-server";
import { repository } from "../package/repository-copy";

/** A project as `cdktf init --template` leaves it. */
export interface InitializedProject {
  readonly folder: string;
  readonly output: string;
}

/** Runs `cdktf init` with the template. @param folder - is created; its name becomes that of the project */
export async function initializedProject(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<InitializedProject> {
  mkdirSync(folder);
  const cdktf = join(repository, "node_modules/cdktf-cli/bundle/bin/cdktf.js");
  const { stdout } = await withTemplateUrl((url) =>
    promisify(execFile)(
      process.execPath,
      [
        ...[cdktf, "init", "--template", url, "--local", "--enable-crash-reporting=false"],
        ...["--project-name", "my-alerts", "--project-description", "Sign-in alerts of mine."],
      ],
      // CI: nothing is asked. CHECKPOINT_DISABLE: no version is looked up.
      { cwd: folder, env: { ...process.env, CI: "true", CHECKPOINT_DISABLE: "1", ...environment } },
    ),
  );
  return { folder, output: stdout };
}
