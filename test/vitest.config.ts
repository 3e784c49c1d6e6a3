import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'pure',
          include: [
            'test/domain/**/*.test.ts',
            'test/house/**/*.test.ts',
            'test/site/**/*.test.ts',
            'test/contract/document/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'machine',
          include: ['test/machine/**/*.test.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          testTimeout: 1_800_000,
          fileParallelism: false,
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            main: './worker/index.ts',
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(`${root}db/migrations`),
                BETTER_AUTH_SECRET: 'a secret of the tests, long enough to be one',
                BASE_URL: 'http://localhost:8787',
                WEBHOOK_LOOPBACK: '1',
                // How many pairs the season of test/journeys/pairs.test.ts lives with; the bench asks for more.
                ...(process.env.SEASON_PAIRS ? { SEASON_PAIRS: process.env.SEASON_PAIRS } : {}),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: [
            'test/worker/**/*.test.ts',
            'test/journeys/**/*.test.ts',
            'test/contract/served/**/*.test.ts',
          ],
          setupFiles: ['test/support/store.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
