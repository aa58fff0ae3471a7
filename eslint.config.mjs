import tseslint from "typescript-eslint";

const providerIndex = {
  name: "@cdktf/provider-aws",
  message: "The index loads 550 MB: import @cdktf/provider-aws/lib/<resource>.",
};

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
);
