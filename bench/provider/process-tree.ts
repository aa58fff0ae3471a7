import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** What Terraform and its providers took together. */
export interface Usage {
  /** Most processes of the provider at once. */
  readonly providers: number;
  /** Peak of the sum of resident memory: pages that processes share are counted in each. */
  readonly residentBytes: number;
  /** Peak of the sum in which a page that n processes share counts as 1/n in each: what the machine must have. */
  readonly sharedOnceBytes: number;
}

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly name: string;
}

/** Terraform, and what it starts: `terraform-provi` is all that Linux keeps of the name. */
const watched = /^terraform/;

function processOf(id: string): readonly Process[] {
  const text = read(`/proc/${id}/stat`);
  const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(text) ?? [];
  return name === undefined ? [] : [{ id: Number(id), parent: Number(parent), name }];
}

/** A process may end while it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** What this process has started, and what that has. */
function descendants(): readonly Process[] {
  const all = readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap(processOf);
  const of = (parent: number): readonly Process[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...of(each.id)]);
  return of(process.pid);
}

/** @see https://docs.kernel.org/filesystems/proc.html */
function now(): Usage {
  const processes = descendants().filter(({ name }) => watched.test(name));
  const memory = processes.map(({ id }) => read(`/proc/${id}/smaps_rollup`));
  const sum = (field: string): number =>
    memory
      .map((text) => Number(new RegExp(`^${field}: +(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1024)
      .reduce((total, bytes) => total + bytes, 0);
  return {
    providers: processes.filter(({ name }) => name !== "terraform").length,
    residentBytes: sum("Rss"),
    sharedOnceBytes: sum("Pss"),
  };
}

/** The peaks while something is done. Looking takes at most a sixth of the time, so that it hardly disturbs what it looks at. */
export async function usageDuring(work: () => Promise<unknown>): Promise<Usage> {
  let peak = now();
  const ended = new AbortController();
  const done = work().finally(() => {
    ended.abort();
  });
  while (!ended.signal.aborted) {
    const start = performance.now();
    const seen = now();
    peak = {
      providers: Math.max(peak.providers, seen.providers),
      residentBytes: Math.max(peak.residentBytes, seen.residentBytes),
      sharedOnceBytes: Math.max(peak.sharedOnceBytes, seen.sharedOnceBytes),
    };
    const pause = Math.max(50, 5 * (performance.now() - start));
    await wait(pause, undefined, { signal: ended.signal }).catch(() => undefined);
  }
  await done;
  return peak;
}
