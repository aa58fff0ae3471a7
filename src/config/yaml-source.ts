import { isNode, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { Problem } from "../stacks";

/** Line and column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML text that knows where in it each value is. */
export class YamlSource {
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
  }

  /** What keeps the text from being YAML. */
  public get syntaxProblems(): readonly (Problem & Position)[] {
    return this.document.errors.map((error) => {
      const { line, col } = this.lines.linePos(error.pos[0]);
      return {
        line,
        column: col,
        path: [],
        value: undefined,
        problem: `this is not YAML: ${error.message}`,
        allowed: "YAML 1.2",
        fix: "correct the indentation, quotes or brackets at this place",
      };
    });
  }

  /** The values that the text holds. */
  public get value(): unknown {
    const value: unknown = this.document.toJS();
    return value;
  }

  /** The text of a scalar as it was written: `0123`, not the number 123. */
  public written(path: readonly (string | number)[]): string | undefined {
    const node = this.document.getIn(path, true);
    return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
  }

  /** Where the value at the path stands, or else the nearest value around it. */
  public positionOf(path: readonly (string | number)[]): Position {
    const node = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    if (isNode(node) && node.range) {
      const { line, col } = this.lines.linePos(node.range[0]);
      return { line, column: col };
    }
    return path.length === 0 ? { line: 1, column: 1 } : this.positionOf(path.slice(0, -1));
  }
}
