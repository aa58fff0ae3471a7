import tseslint from "typescript-eslint";

/** The folders a folder must not import from; design: dependencies point one way. */
const mustNotImport = {
  "src/json": [
    "aws",
    "catalog",
    "formatter",
    "guards",
    "config",
    "coverage",
    "cli",
    "costs",
    "plan",
    "stacks",
    "modules",
  ],
  "src/aws": [
    "catalog",
    "formatter",
    "guards",
    "config",
    "coverage",
    "cli",
    "costs",
    "plan",
    "stacks",
    "modules",
  ],
  "src/catalog": [
    "formatter",
    "guards",
    "config",
    "coverage",
    "cli",
    "costs",
    "plan",
    "stacks",
    "modules",
  ],
  "src/formatter": ["guards", "config", "coverage", "cli", "costs", "plan", "stacks", "modules"],
  "src/guards": ["config", "coverage", "cli", "costs", "plan", "stacks", "modules"],
  modules: ["config", "coverage", "cli", "costs", "plan", "stacks"],
  "src/stacks": ["costs", "coverage", "cli"],
  "src/plan": ["stacks", "costs", "cli"],
  "src/costs": ["config", "coverage", "cli"],
  "src/config": ["plan", "stacks", "modules", "coverage", "costs", "cli"],
  "src/coverage": ["plan", "config", "cli", "stacks", "modules", "costs"],
};

const providerIndex = {
  name: "@cdktf/provider-aws",
  message: "The index loads 550 MB: import @cdktf/provider-aws/lib/<resource>.",
};

const directions = Object.entries(mustNotImport).map(([folder, forbidden]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        paths: [providerIndex],
        patterns: [
          {
            regex: `^\\.{1,2}/(.*/)?(${forbidden.join("|")})(/|$)`,
            message: "Dependencies point one way: see docs/architecture.md.",
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  // Projects of their own, which find this package only where it is installed.
  { ignores: ["node_modules", "dist/", "cdktf.out/", "/coverage/", "template/", "examples/"] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "max-lines": ["error", 250],
      "no-restricted-imports": ["error", { paths: [providerIndex] }],
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "BinaryExpression[operator='instanceof'][right.name!=/Error$|^(Map|Set|Date|Element)$/]",
          message: "Two copies of a package must not break a check: compare a Symbol.for mark.",
        },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A construct registers itself in the tree; nobody keeps the object.
      "@typescript-eslint/no-extraneous-class": "off",
      "no-new": "off",
    },
  },
  ...directions,
);
