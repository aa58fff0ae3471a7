import { readFileSync } from "node:fs";
import { ConfigurationFileError } from "./configuration-file-error";

const elsewhere = "name the file in SIGNIN_ALERTS_CONFIG, or write signin-alerts.yaml";

const reasons: Readonly<Record<string, readonly [problem: string, fix: string]>> = {
  ENOENT: ["the file does not exist", elsewhere],
  ENOTDIR: ["the file does not exist", elsewhere],
  EISDIR: ["this is a folder, not a file", elsewhere],
  EACCES: ["the file may not be read", "allow your user to read it"],
  ERR_ENCODING_INVALID_ENCODED_DATA: ["the file is not text in UTF-8", "save it as UTF-8"],
};

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/**
 * Text of a file, without a byte order mark.
 * @throws ConfigurationFileError when it cannot be read.
 */
export function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const code = codeOf(error);
    const [problem, fix] = reasons[code] ?? [`the file cannot be read (${code})`, elsewhere];
    throw new ConfigurationFileError(file, [
      {
        line: 1,
        column: 1,
        path: [],
        value: file,
        problem,
        allowed: "a YAML file in UTF-8",
        fix,
      },
    ]);
  }
}
