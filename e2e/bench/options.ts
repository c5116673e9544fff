import type { PageName, Profile } from './world.ts'

/** What `npm run bench` was asked for; `scripts/bench.mjs` has checked the words. */
interface Options {
  parts: ('doors' | 'list' | 'create')[]
  runs: number
  pages: PageName[]
  profiles: Profile[]
  /** How many tokens the lists have. */
  tokens: number[]
}

export const options: Options = JSON.parse(process.env['BENCH_OPTIONS'] ?? '{}')
