import { expect, test } from 'vitest'
import { brokenJson } from './brokenJson.ts'

// The messages of `json.loads` in Python 3.11.
test.each([
  ['', 'Expecting value: line 1 column 1 (char 0)'],
  ['nul', 'Expecting value: line 1 column 1 (char 0)'],
  ['{"a"', "Expecting ':' delimiter: line 1 column 5 (char 4)"],
  ['{"a":', 'Expecting value: line 1 column 6 (char 5)'],
  ['{"a": 1,}', 'Expecting property name enclosed in double quotes: line 1 column 9 (char 8)'],
  ['{a: 1}', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
  ['{\n"a": 1\n"b": 2}', "Expecting ',' delimiter: line 3 column 1 (char 9)"],
  ['[1, 2', "Expecting ',' delimiter: line 1 column 6 (char 5)"],
  ['[1, ]', 'Expecting value: line 1 column 5 (char 4)'],
  ['{} x', 'Extra data: line 1 column 4 (char 3)'],
  ['"abc', 'Unterminated string starting at: line 1 column 1 (char 0)'],
  ['"a\\', 'Unterminated string starting at: line 1 column 1 (char 0)'],
  ['"a\nb"', 'Invalid control character at: line 1 column 3 (char 2)'],
  ['"a\\x"', 'Invalid \\escape: line 1 column 3 (char 2)'],
  ['"\\u12g4"', 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'],
  ['[NaN]', "Out of range float values are not JSON compliant: 'NaN'"],
  [' {"a": [1, -0.5e3, true, null, "\\u00e4\\n"]} ', null],
])('%j', (text, said) => expect(brokenJson(text)).toBe(said))
