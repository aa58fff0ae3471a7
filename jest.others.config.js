const base = require("./jest.config.js");

/** Tests that need a program from outside npm: Terraform, a provider, a server, linters, a browser. */
/** @type {import("jest").Config} */
module.exports = {
  ...base,
  // Each suite with modules of its own: they wait for programs, not for modules.
  testEnvironment: "node",
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022" } }] },
  transformIgnorePatterns: ["/node_modules/"],
  // They wait for programs more than they work: the provider, for instance, half a minute for each queue.
  maxWorkers: 4,
  testSequencer: "<rootDir>/steps/judges/jest-sequencer.js",
  globalSetup: "<rootDir>/steps/judges/jest-set-up.ts",
  globalTeardown: "<rootDir>/steps/judges/jest-tear-down.ts",
  testMatch: ["<rootDir>/__tests__/{terraform,others}/**/*.test.ts"],
  // Applying every configuration takes long; the table says where it is left out.
  testPathIgnorePatterns: [
    "/node_modules/",
    ...(process.env.EVERY_CONFIGURATION === "1" ? [] : ["every-configuration"]),
  ],
  // Terraform starts a process of the provider for each region.
  testTimeout: 300_000,
  collectCoverage: false,
};
