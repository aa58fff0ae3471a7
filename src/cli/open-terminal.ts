import { createInterface } from "node:readline";
import { UnusableInputError } from "../json/read-json";
import type { Terminal } from "./io";

const ended = "the input ended before all was answered; nothing was done";

/** Asks on the terminal that the command was started from. */
export function openTerminal(): Terminal {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // Lines that were pasted answer the questions to come.
  const typed: string[] = [];
  let isOpen = true;
  let waiting: { answer: (text: string) => void; refuse: (error: Error) => void } | undefined;
  lines.on("line", (text) => {
    if (waiting) waiting.answer(text);
    else typed.push(text);
    waiting = undefined;
  });
  lines.once("close", () => {
    isOpen = false;
    waiting?.refuse(new UnusableInputError(ended));
  });
  return {
    ask: (question) =>
      new Promise((answer, refuse) => {
        const [next] = typed.splice(0, 1);
        lines.setPrompt(question);
        if (next !== undefined) {
          process.stdout.write(`${question}${next}\n`);
          answer(next);
        } else if (isOpen) {
          waiting = { answer, refuse };
          lines.prompt();
        } else {
          refuse(new UnusableInputError(ended));
        }
      }),
    say: (text) => process.stdout.write(text),
    close: () => {
      lines.close();
    },
  };
}
