/** Words that a language or a library may take for something other than text. */
const jsNames = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'then'],
  ...['undefined', 'null', 'NaN', 'Infinity', '-Infinity', 'true', 'false', 'None', 'nil', 'NULL', '(null)', 'undef'],
  ...['[object Object]', 'function(){}', 'length', 'key', 'ref', 'children', 'dangerouslySetInnerHTML', '$$typeof'],
]

const numbers = [
  ...['0', '-0', '1', '-1', '1.00', '$1.00', '1/2', '1/0', '1e2', '1E+02', '1e309', '0x0', '0b1', '0o7', '08', '1_000'],
  ...['1,000.00', '1.000,00', '1 000', "1'000", '.', '..', '-', '--1', '9007199254740993', '٣', '१', '½', 'Ⅷ', '1n'],
  ...['9'.repeat(96), '2.2250738585072011e-308', '2027-02-30', '03/04/2027', '2027-03-28T03:30', '10:00 GMT+14'],
]

const starts = ['=', '+', '-', '@', '\t=', '\r=', ' =', '|', ';=']

const formulas = ['HYPERLINK("https://evil.example","x")', "cmd|'/C calc'!A0", 'SUM(1+1)*cmd', 'IMPORTXML("//x","//a")']

const commands = [
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE tokens; --',
    "1'; WAITFOR DELAY '0:0:5'--",
    "' UNION SELECT NULL--",
    '\\',
    "\\'",
    '%',
    '_',
  ],
  ...['$(touch pwned)', '`touch pwned`', '; touch pwned', '| touch pwned', '&& touch pwned', '() { :; }; touch pwned'],
  ...[
    '../../etc/passwd',
    '..%2f..%2fetc',
    '..\\..\\windows',
    '/dev/null; x',
    'CON',
    'NUL.txt',
    'C:\\',
    '\\\\evil\\share',
  ],
  ...[
    '*)(uid=*))(|(uid=*',
    '<!ENTITY x SYSTEM "file:///x">',
    '<?xml version="1.0"?>',
    '<![CDATA[x]]>',
    '%00',
    '%0d%0aSet-Cookie: x=1',
  ],
  ...[
    'x\r\nX-Header: y',
    '\u001b[31mred\u001b[0m',
    '\u0007bell',
    '\b\b\bback',
    '(?=a)*',
    '^(a+)+$',
    '.*',
    '[a-',
    '(?<n>',
  ],
  ...[
    '&page_size=1',
    '?o=x',
    '#top',
    'a+b',
    'a%20b',
    'a&amp;b',
    'a;b=c',
    '**bold**',
    '[x](javascript:1)',
    '![x](x)',
    '[b]x[/b]',
  ],
]

/** Error bodies of Django REST framework, in place of a text. */
const bodies = [
  '{"detail": "Not found."}',
  '["one", "two"]',
  "[ErrorDetail(string='bad', code='invalid')]",
  '{"name": ["This field may not be blank."]}',
  '<html><head><title>502 Bad Gateway</title></head></html>',
  'Traceback (most recent call last):\n  File "views.py", line 1, in <module>',
  'Invalid token.',
  'JSON parse error - Expecting value: line 1 column 1 (char 0)',
]

/** @returns strings, by class, that some program would read as a value, a formula or a command */
export const words: Record<string, string[]> = {
  'names of the language': jsNames,
  'numbers and dates': numbers,
  formulas: starts.flatMap((start) => formulas.map((formula) => `${start}${formula}`)),
  commands,
  'responses of a server': bodies,
}
