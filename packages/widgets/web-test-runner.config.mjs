/** Component tests in a real browser. The last plain line is `N passed, N failed, N skipped`. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

const home = fileURLToPath(new URL('.', import.meta.url));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) {
  console.error(`There is no browser at ${executablePath}: set CHROMIUM to the path of Chrome or Chromium.`);
  process.exit(1);
}

export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: [`${home}src/**/*.browser-test.ts`],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${home}tsconfig.json` })],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  // A page behind another one is drawn no frames, and tests that wait for one would hang.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  ],
  testFramework: { config: { timeout: 10_000, forbidOnly: true } },
  // Lit's notice that this is its development build is not about our tests.
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), plainLine()],
};

function plainLine() {
  return {
    onTestRunFinished({ sessions, focusedTestFile }) {
      if (focusedTestFile) return;
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        if (session.testResults) count(session.testResults, total);
        if (!session.testResults || (!session.passed && session.errors.length > 0))
          total.failed += session.passed ? 0 : 1;
      }
      setTimeout(() => console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`), 0);
    },
  };
}

function count(suite, total) {
  for (const test of suite.tests) total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, total);
}
