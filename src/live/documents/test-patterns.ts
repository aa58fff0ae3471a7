import { TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import type { PatternTest, TriedEvent } from "../../coverage/documents/pattern-tests";
import { bounded } from "../bounded";
import type { Here } from "../here";
import { events } from "../inventory/rules";
import type { DocumentProblem } from "./document-problem";

const atOnce = 4;

/** Whether a pattern matches, or why AWS refuses it; undefined where the answer says neither. */
type Said = { readonly matches: boolean | undefined } | { readonly refusal: string };

function problemOf(said: Said, { kind, matches }: TriedEvent): string | undefined {
  if ("refusal" in said) return `EventBridge refuses the pattern: ${said.refusal}`;
  if (matches === undefined || said.matches === matches) return undefined;
  return matches
    ? `EventBridge does not match the sample of ${kind}, which it should`
    : `EventBridge matches the sample of ${kind}, which it should not`;
}

/** Tries one event. What is not answered is kept by the place, and is no problem. */
async function tried(here: Here, pattern: string, one: TriedEvent): Promise<string | undefined> {
  const answer = await here.ask({
    service: events,
    operation: "TestEventPattern",
    send: async (client): Promise<Said> => {
      const Event = JSON.stringify(one.event);
      try {
        const { Result } = await client.send(
          new TestEventPatternCommand({ EventPattern: pattern, Event }),
        );
        return { matches: Result };
      } catch (error) {
        const isRefusal = error instanceof Error && error.name === "InvalidEventPatternException";
        if (isRefusal) return { refusal: error.message };
        throw error;
      }
    },
    result: (said) => ("matches" in said && said.matches === undefined ? undefined : said),
  });
  return answer.state === "known" ? problemOf(answer.value, one) : undefined;
}

/**
 * Asks EventBridge what it makes of each pattern and its sample events; nothing is created.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
 */
export async function testPatterns(
  here: Here,
  tests: readonly PatternTest[],
  onProgress?: (done: number, total: number) => void,
): Promise<readonly DocumentProblem[]> {
  let done = 0;
  const problems = await bounded(
    tests,
    atOnce,
    async ({ resource, others, pattern, tried: all }) => {
      const found = new Set<string>();
      for (const one of all) {
        const problem = await tried(here, pattern, one);
        if (problem !== undefined) found.add(problem);
      }
      done += 1;
      onProgress?.(done, tests.length);
      return [...found].map((problem) => ({ resource, others, problem }));
    },
  );
  return problems.flat();
}
