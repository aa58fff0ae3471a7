const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/__tests__/shared-modules/environment.ts",
  // One more than cores: some wait for the package to be built, or for a program that they started.
  maxWorkers:
    process.env.CI === "true"
      ? Math.max(2, availableParallelism() - 1)
      : availableParallelism() + 1,
  globalSetup: "<rootDir>/__tests__/run-folder.ts",
  setupFiles: ["<rootDir>/__tests__/without-traces.ts"],
  setupFilesAfterEnv: ["<rootDir>/__tests__/property-runs.ts"],
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: [
    "/node_modules/",
    // These install packages from npm: `npm run test:from-npm`.
    "<rootDir>/__tests__/from-npm/",
    // These pack the package, and compile: `npm run test:installed`.
    "<rootDir>/__tests__/(package|examples|template)/",
    // These need programs from outside npm: `npm run test:others`.
    "<rootDir>/__tests__/terraform/.*\\.test\\.ts$",
    "<rootDir>/__tests__/others/",
  ],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
  // What import() loads has its ending in compiled code, and another one here.
  moduleNameMapper: { "^((?:\\.\\./)+live/index)\\.js$": "$1" },
  transform: { "\\.[cm]?[jt]s$": "<rootDir>/__tests__/shared-modules/transform.js" },
  // Packages, too: the environment shares them.
  transformIgnorePatterns: [],
  collectCoverage: process.env.CI === "true",
  // The script of the page runs in a browser, where its lines are not counted.
  collectCoverageFrom: ["src/**/*.ts", "modules/**/*.ts", "!src/coverage/report/html/page/*.ts"],
  // V8's own counts would take files of types alone for code that never ran.
  coverageProvider: "babel",
  coverageReporters: ["text-summary", "lcov", "json-summary"],
  coverageThreshold: { global: { lines: 95 } },
};
