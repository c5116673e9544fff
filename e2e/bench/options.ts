import type { PageName, Profile } from './world.ts'

/** The options of `npm run bench`, checked by `scripts/bench.mjs`. */
interface Options {
  parts: ('doors' | 'list' | 'create')[]
  runs: number
  pages: PageName[]
  profiles: Profile[]
  /** Lengths of the lists, in tokens. */
  tokens: number[]
}

export const options: Options = JSON.parse(process.env['BENCH_OPTIONS'] ?? '{}')
