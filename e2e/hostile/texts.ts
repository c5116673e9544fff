const at = (code: number): string => String.fromCodePoint(code)
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, step) => at(from + step))

const bidi = ['\u061c', '\u200e', '\u200f', ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)]

const unseen = [
  ...['\u00ad', '\u034f', '\u115f', '\u1160', '\u17b4', '\u180e', '\u200b', '\u200c', '\u200d', '\u2028', '\u2029'],
  ...['\u2060', '\u2061', '\u2064', '\u206a', '\u2800', '\u3164', '\ufe00', '\ufe0f', '\ufeff', '\uffa0', '\ufff9'],
  ...[at(0x1d173), at(0xe0001), at(0xe0041), at(0xe0100)],
]

const blanks = [' ', '\u00a0', '\u1680', ...range(0x2000, 0x200a), '\u202f', '\u205f', '\u3000', '\t', '\n', '\r\n']

const halves = ['\ud83d', '\udc00', '\udc00\ud83d', '\ud83d\ud83d\ude00', 'a\ud83d', '\ude00b', 'a\udbffb']

const nonsense = [at(0xfffe), at(0xffff), at(0xfdd0), at(0x1ffff), at(0x10ffff), at(0xe000), at(0xfffd), at(0x378)]

const marks = ['\u0300', '\u0334', '\u0489', '\u0323', '\u20dd', '\u20e0']

/** Letters with `count` combining marks each, which stack up over the lines around them. */
const zalgo = (text: string, count: number) =>
  [...text].map((letter) => letter + Array.from({ length: count }, (_, step) => marks[step % 4]).join('')).join('')

const scripts = [
  ...['ناشر', 'שלום עולם', 'مرحبا bot 123', 'bot مرحبا', 'דוד (1) bot', 'اردو میں', 'ދިވެހި', 'ߒߞߏ', 'ܣܘܪܝܝܐ'],
  ...[
    '田中さん',
    '部落格',
    '사회과학원',
    '찦차를 타고',
    '和製漢語',
    '𠜎𠜱𠝹𠱓',
    'ﾊﾝｶｸ',
    'Ｗｉｄｅ',
    'ภาษาไทยไม่มีช่องว่าง',
  ],
  ...[
    'ខ្មែរ',
    'བོད་ཡིག',
    'ᠮᠣᠩᠭᠣᠯ',
    'हिन्दी',
    'বাংলা',
    'தமிழ்',
    'ქართული',
    'Հայերեն',
    'አማርኛ',
    'ᏣᎳᎩ',
    'Ünïcödé',
    'Ωμέγα',
    'ЁЂЃ',
  ],
  ...['﷽', 'ﷺ', '𝕿𝖍𝖊 𝖖𝖚𝖎𝖈𝖐', '⒯⒣⒠', '˙ɐnbᴉlɐ', '𒐫𒈙⸻꧅', '١٢٣', '⅛⅜', '⁰⁴⁵₀₁₂'],
]

const emoji = [
  ...['👨‍👩‍👧‍👦', '👩🏽‍🚀', '🏳️‍🌈', '🏳️‍⚧️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇪🇪🇳🇴', '🇪', '1️⃣2️⃣', '❤️‍🔥', '👍🏿', '🏿', '🧑🏻‍❤️‍💋‍🧑🏿', '☃︎', '☃️'],
  ...['👩‍👩‍👩‍👩‍👩‍👩', '😀'.repeat(40), '‍', '👩‍', '‍👩', '🤷🏽‍♂️ ¯\\_(ツ)_/¯', '( ͡° ͜ʖ ͡°)', '┻━┻ ︵ヽ(`Д´)ﾉ'],
]

const long = [
  ...[150, 151, 1000, 10_000].map((length) => 'x'.repeat(length)),
  'long words '.repeat(900),
  'W'.repeat(10_000),
  '😀'.repeat(5000),
  '﷽'.repeat(500),
  'نص'.repeat(5000),
  '漢'.repeat(5000),
  '-'.repeat(5000),
  `${'a\u200b'.repeat(2000)}`,
  `${'\u202e\u2066'.repeat(1000)}end`,
  '&nbsp;'.repeat(1000),
  '\n'.repeat(2000),
]

const alike = [
  ...[
    'аdmin',
    'admіn',
    'ɑdmin',
    'rn',
    'Ⅰ',
    'l1I|',
    'é',
    'e\u0301',
    'Å',
    'Å',
    'K',
    'ﬁ',
    'ß',
    'ẞ',
    'İ',
    'ı',
    'ŉ',
    'ǰ',
    'ΐ',
    'ſ',
  ],
  ...['Revoke token', '(no name)', '⟨U+202E⟩', 'a · b', 'a › b', '…', '“quoted”', 'Everywhere', 'Active'],
]

/** @returns strings, by class, that are plain text but hard to display faithfully */
export const texts: Record<string, string[]> = {
  'turners of the reading order': bidi.flatMap((sign) => [`${sign}admin`, `ad${sign}min 12`, `admin${sign}`]),
  'characters without a shape': unseen.flatMap((sign) => [sign, `in${sign}side`]),
  'control characters': [...range(0, 0x1f), ...range(0x7f, 0x9f)].map((sign) => `a${sign}b`),
  blanks: blanks.flatMap((sign) => [sign, `${sign}a${sign}${sign}b${sign}`]),
  'half characters': halves,
  'no characters': nonsense.map((sign) => `a${sign}b`),
  'stacked marks': [...[1, 5, 40, 200].map((count) => zalgo('Zalgo', count)), ...marks.map((mark) => mark.repeat(9))],
  scripts,
  emoji,
  'very long': long,
  'look like another': alike,
}
