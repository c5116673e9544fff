import * as z from 'zod/mini'

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/**
 * What zod found wrong, in English, for operators: "expected string, got null". Never the value, which may be a secret.
 * zod/mini has no messages of its own, and a tenth of its English ones would be used before the first row.
 */
function mistake(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}, got ${kindOf(issue.input)}`
    case 'invalid_value':
      return `expected ${issue.values.join(' or ')}`
    case 'invalid_format':
      return `not a valid ${issue.format}`
    case 'unrecognized_keys':
      return `unknown key ${issue.keys.join(', ')}`
    case 'too_small':
      return `shorter than ${issue.minimum}`
    case 'too_big':
      return `longer than ${issue.maximum}`
    default:
      return 'not as expected'
  }
}

z.config({ localeError: mistake })
