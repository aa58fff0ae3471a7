/** A stack in which one argument is written as given, beside local values of every sort. */
export const reading = (input: string): readonly [string, object] => [
  `the value ${JSON.stringify(input)}`,
  {
    resource: { terraform_data: { x: {}, y: { input } } },
    variable: { v: { default: 1 } },
    locals: {
      l: ["a", "b"],
      m: { a: 1, b: "x" },
      nested: { list: [{ name: "p" }, { name: "q" }] },
      n: 3,
      s: "text",
      z: null,
      e: [],
      t: true,
      arn: "arn:aws:sns:eu-west-1:111111111111:x",
    },
  },
];
