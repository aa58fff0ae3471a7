import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { isRefusal, refused } from "../../json/file-system";
import { isTelling, splitterFor } from "./form";
import type { Item, Splitter } from "./item";
import { recordsIn, type Found } from "./records-in";

/** What is found in a file, and where. */
export type FoundAt = Found & { readonly line: number };

/** What takes what is found. */
export type Visit = (found: FoundAt) => void;

/** What is read from the pieces of a text. */
class Reading {
  #splitter: Splitter | undefined;
  #head = "";
  #line = 1;

  constructor(
    private readonly name: string,
    private readonly visit: Visit,
  ) {}

  piece(text: string): void {
    if (this.#splitter) {
      this.#visit(this.#splitter.push(text));
      return;
    }
    this.#head += text;
    if (isTelling(this.#head)) this.#begin(false);
  }

  end(): void {
    this.#visit((this.#splitter ?? this.#begin(true)).end());
  }

  /** The line of what was found last. */
  get line(): number {
    return this.#line;
  }

  #begin(isAll: boolean): Splitter {
    const head = this.#head.replace(/^\uFEFF/u, "");
    this.#head = "";
    this.#splitter = splitterFor(this.name, head, isAll);
    this.#visit(this.#splitter.push(head));
    return this.#splitter;
  }

  #visit(items: readonly Item[]): void {
    for (const { line, text, broken = "" } of items) {
      this.#line = line;
      const all: readonly Found[] = text === undefined ? [{ broken }] : recordsIn(text);
      for (const each of all) this.visit({ ...each, line });
    }
  }
}

/** What is no regular file, such as a pipe, is read once: it is taken as it comes. */
async function isCompressed(path: string): Promise<boolean> {
  if (!(await stat(path)).isFile()) return false;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function textsOf(path: string): Promise<Readable> {
  const isZipped = await isCompressed(path);
  // Made where it is read at once: what is wrong with it is told to whoever reads.
  const file = createReadStream(path);
  if (!isZipped) return file.setEncoding("utf8");
  const unzipped = createGunzip();
  file.on("error", (error) => unzipped.destroy(error));
  return file.pipe(unzipped).setEncoding("utf8");
}

/** Reads a text that is here already. */
export function readRecordsIn(name: string, text: string, visit: Visit): void {
  const reading = new Reading(name, visit);
  reading.piece(text);
  reading.end();
}

/** Reads a file piece by piece, compressed or not. What cannot be read is given as broken. */
export async function readRecordsOf(path: string, visit: Visit): Promise<void> {
  const reading = new Reading(path, visit);
  let isEmpty = true;
  try {
    for await (const text of await textsOf(path)) {
      isEmpty = false;
      reading.piece(String(text));
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    reading.end();
    const broken = isRefusal(error)
      ? refused("read", error)
      : `cannot be read further: ${error.message}`;
    visit({ broken, line: reading.line });
    return;
  }
  reading.end();
  if (isEmpty && path.endsWith(".gz")) visit({ broken: "empty: no file of gzip", line: 1 });
}
