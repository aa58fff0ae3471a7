import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { accountIds } from "../account-ids";
import { accountText, filling } from "../template/filling";
import { generatedStacks, type GeneratedStack } from "../template/generated-stacks";
import { objectOf, textOf } from "../template/json";
import type { Job, Prepared } from "./contender";

/** The floor: the same documents, written by nothing but JSON.stringify. */
export function prepare({ outdir, reference, accounts }: Job): Prepared {
  const ids = accountIds(accounts);
  const { shared, sample, manifest } = generatedStacks(reference, ids);
  const file = sample && filling(sample.stack.file, accountText(sample.account));
  const document = sample && filling(sample.stack.document, accountText(sample.account));
  const write = ({ file, document }: Pick<GeneratedStack, "file" | "document">): void => {
    mkdirSync(dirname(join(outdir, file)), { recursive: true });
    writeFileSync(join(outdir, file), JSON.stringify(document, null, 2));
  };
  return {
    importMs: 0,
    synthesize: () => {
      for (const stack of shared) write(stack);
      if (file && document) {
        for (const account of ids) {
          write({
            file: textOf(file.fill({ account }), "file"),
            document: objectOf(document.fill({ account })),
          });
        }
      }
      writeFileSync(join(outdir, "manifest.json"), manifest);
    },
  };
}
