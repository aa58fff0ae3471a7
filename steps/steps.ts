/** One thing that every change must pass. */
export interface Step {
  /** Short name, for `npm run check -- <name>`. */
  readonly name: string;
  readonly title: string;
  /** Scripts of `package.json`, run one after the other until one fails. */
  readonly scripts: readonly string[];
}

/** In the order of how soon each reports a problem. */
export const steps: readonly Step[] = [
  { name: "format", title: "Files are formatted", scripts: ["format:check"] },
  { name: "lint", title: "Lint finds nothing", scripts: ["lint"] },
  { name: "types", title: "Types are right", scripts: ["typecheck"] },
  { name: "unused", title: "No export or dependency is unused", scripts: ["knip"] },
  { name: "api", title: "It builds, and the report of the API is current", scripts: ["api:check"] },
  {
    name: "example",
    title: "The example is synthesized, and every alert of it arrives",
    scripts: ["synth", "coverage"],
  },
  {
    name: "test",
    title: "Tests pass and run 95 % of the lines; pages are as they should be",
    scripts: ["test"],
  },
  {
    name: "installed",
    title: "The package, its examples and its template are as their users need them",
    scripts: ["test:installed"],
  },
  {
    name: "others",
    title: "Programs that others wrote accept what is generated",
    scripts: ["test:others"],
  },
];
