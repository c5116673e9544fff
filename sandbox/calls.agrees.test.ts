import { expect, test } from 'vitest'
import type { OraclePermission } from './oracle/oracle.ts'
import { oraclePermissions } from './oracle/oracle.ts'

// The calls that the page lists for a permission must match the recorded ones: `npx vitest run sandbox/calls -u`
// rewrites the page's file from them.

/**
 * A recorded request as lines of the page's table. Empty if it is described in words, or checks the user and not the
 * token.
 */
function lineOf({ request, needs, read }: OraclePermission['opens'][number]): string[] {
  if (!/^[A-Z]+ \/\S+\/$/.test(request) || read.includes('asked of the user')) return []
  const on = [...new Set(needs.map(({ roleOn }) => roleOn))].join(',')
  const field = /only when (\w+) is sent/.exec(read)?.[1]
  return [[request, on, ...(isOld(read) ? ['2024'] : []), ...(field ? [field] : [])].join(' ')]
}

const isOld = (read: string): boolean => read.startsWith('base 1ea6cb8') || read === '2024 only'

test('the page names the calls that each permission opens in the records', async ({ annotate }) => {
  const table = oraclePermissions().flatMap(({ permission, opens }) => {
    const lines = opens.flatMap(lineOf)
    return lines.length > 0 ? [[permission, lines] as const] : []
  })
  const text = table.map(([permission, lines]) => rowOf(permission, lines)).join(',\n')
  await expect(`{\n${text}\n}\n`).toMatchFileSnapshot('../src/tokens/calls/calls.json')
  const count = table.reduce((sum, [, lines]) => sum + lines.length, 0)
  expect(count).toBeGreaterThan(0)
  void annotate(`${count} calls of ${table.length} permissions`)
})

/** In Biome's formatting. */
function rowOf(permission: string, lines: readonly string[]): string {
  const [key, ...texts] = [permission, ...lines].map((text) => JSON.stringify(text))
  const short = `  ${key}: [${texts.join(', ')}]`
  return short.length < 120 ? short : `  ${key}: [\n${texts.map((text) => `    ${text}`).join(',\n')}\n  ]`
}
