import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import './mistakes.ts'

test.each<[z.ZodMiniType, unknown, string]>([
  [z.string(), null, 'expected string, got null'],
  [z.object({}), [], 'expected object, got array'],
  [z.array(z.string()), {}, 'expected array, got object'],
  [z.number(), undefined, 'expected number, got undefined'],
  [z.enum(['one', 'two']), 'secret', 'expected one or two'],
  [z.url(), 'secret', 'not a valid url'],
  [z.string().check(z.regex(/^a$/)), 'secret', 'not a valid regex'],
  [z.strictObject({}), { one: 'secret', two: 1 }, 'unknown key one, two'],
  [z.string().check(z.minLength(1)), '', 'shorter than 1'],
  [z.string().check(z.maxLength(3)), 'secret', 'longer than 3'],
  [z.union([z.number(), z.null()]), 'secret', 'not as expected'],
])('%# what is wrong is said without the value', (schema, value, words) => {
  expect(schema.safeParse(value).error?.issues[0]?.message).toBe(words)
})
