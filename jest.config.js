/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  // These install packages from npm: `npm run test:from-npm`.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/__tests__/from-npm/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022" } }] },
  collectCoverageFrom: ["src/**/*.ts", "modules/**/*.ts"],
  // V8's own counts would take files of types alone for code that never ran.
  coverageProvider: "babel",
  coverageReporters: ["text-summary", "lcov", "json-summary"],
  coverageThreshold: { global: { lines: 95 } },
};
