import { readText } from "../../json/read-json";
import { packageFiles, readInventory } from "../inventory/read-inventory";
import { readStackFile, stackFilesOf } from "../inventory/read-stacks";
import { WrittenOrganization } from "./written-organization";

/**
 * The organization of a folder that `cdktf synth` wrote. One stack is held at a time, and what accounts
 * that are alike have is read once.
 * @param manifest - the folder's manifest
 * @param onRead - told of every stack that is read, of so many
 * @throws UnusableInputError when the folder is no output of this package, or is incomplete
 */
export function readOrganization(
  dir: string,
  manifest: string,
  onRead?: (done: number, total: number) => void,
): WrittenOrganization {
  const { files, stale, others } = stackFilesOf(dir, manifest);
  const whole = (): ReturnType<typeof readInventory> => readInventory(dir, onRead);
  const stackFiles = new Map(files.map(({ name, file }) => [name, file]));
  // What is beside the stacks is a finding of the whole.
  const stacks = stale.length + others.length > 0 ? [] : files;
  return new WrittenOrganization(
    {
      stacks: stacks.map((stack) => ({
        name: stack.name,
        folder: stack.folder,
        file: stack.file,
        text: () => readText(stack.path),
        read: () => readStackFile(stack),
      })),
      whole,
      beside: (kept) => ({
        stackFiles,
        files: packageFiles(
          kept.map(({ stack }) => stack),
          kept.flatMap(({ resources }) => resources),
        ),
      }),
    },
    onRead,
  );
}
