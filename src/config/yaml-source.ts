import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Problem, ProblemPath } from "./problem";
import { spellingProblems } from "./yaml-spelling";
import { keyText, structureProblems, type StructureProblem } from "./yaml-structure";

/** Line and column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Step {
  readonly key?: unknown;
  readonly value: unknown;
}

/** A YAML text that knows where in it each value is. */
export class YamlSource {
  private readonly lines = new LineCounter();
  private readonly document: Document;
  private readonly structure: readonly StructureProblem[];
  private readonly pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(text: string) {
    this.document = parseDocument(text, {
      lineCounter: this.lines,
      prettyErrors: false,
      logLevel: "error",
      // A repeated key is reported with the other problems instead of hiding them.
      uniqueKeys: false,
    });
    this.structure = [
      ...structureProblems(this.document, (offset) => this.at(offset).line),
      ...spellingProblems(this.document),
    ];
  }

  /** What is wrong with the text as YAML. */
  public get problems(): readonly (Problem & Position)[] {
    return this.structure.map(({ offset, value, problem, allowed, fix }) => {
      return { path: [], value, problem, allowed, fix, ...this.at(offset) };
    });
  }

  /** Whether the text can be understood in spite of its problems. */
  public get isReadable(): boolean {
    return this.structure.every(({ isFatal }) => !isFatal);
  }

  /** The values that the text holds. */
  public get value(): unknown {
    const value: unknown = this.document.toJS();
    return value;
  }

  /** The text of a scalar as it was written: `0123`, not the number 123. */
  public written(path: ProblemPath): string | undefined {
    const steps = this.follow(path);
    const node = this.resolve(steps.at(-1)?.value);
    return steps.length > path.length && isScalar(node)
      ? (node.source ?? String(node.value))
      : undefined;
  }

  /** The comment that stands in the place of a value, without its #. */
  public commentAt(path: ProblemPath): string | undefined {
    const steps = this.follow(path);
    const value = steps.at(-1)?.value;
    const isEmpty = steps.length > path.length && isScalar(value) && value.value === null;
    return isEmpty ? (value.comment ?? undefined) : undefined;
  }

  /** Where the value at the path stands, or its key if that is on an earlier line. */
  public positionOf(path: ProblemPath): Position {
    const { key, value } = this.follow(path).at(-1) ?? {};
    const ofKey = this.start(key);
    const ofValue = this.start(value) ?? { line: 1, column: 1 };
    return ofKey && ofKey.line !== ofValue.line ? ofKey : ofValue;
  }

  /** Where the key at the end of the path stands. */
  public positionOfKey(path: ProblemPath): Position {
    return this.start(this.follow(path).at(-1)?.key) ?? this.positionOf(path);
  }

  /** The nodes along the path, as far as there are any. */
  private follow(path: ProblemPath): readonly Step[] {
    const steps: Step[] = [{ value: this.document.contents }];
    for (const name of path) {
      const step = this.child(this.resolve(steps.at(-1)?.value), name);
      if (!step) break;
      steps.push(step);
    }
    return steps;
  }

  private child(node: unknown, name: string | number): Step | undefined {
    if (isMap(node)) return this.pairsOf(node).get(String(name));
    if (isSeq(node) && typeof name === "number" && name < node.items.length) {
      return { value: node.items[name] };
    }
    return undefined;
  }

  private pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map(map.items.map((pair) => [keyText(pair), pair]));
    this.pairs.set(map, pairs);
    return pairs;
  }

  private resolve(node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(this.document);
    return isNode(node) ? node : undefined;
  }

  private start(node: unknown): Position | undefined {
    return isNode(node) && node.range ? this.at(node.range[0]) : undefined;
  }

  private at(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
