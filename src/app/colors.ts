/**
 * Every color of the page, light and dark. theme.ts gives some of them to MUI's palette; frame.css declares all of
 * them as variables of the same names, before any script has run, and colors.test.ts compares the two.
 */
export const COLORS = {
  /** The page. */
  bg: ['#f6f7f9', '#0d1015'],
  /** Cards, dialogs, fields. */
  surface: ['#ffffff', '#14181f'],
  /** Hovered rows, code, folded groups. */
  sunken: ['#f1f3f6', '#1b2029'],
  /** Hairlines between things. */
  line: ['#e2e6ec', '#272e39'],
  /** The edge of a field, checkbox or radio button. */
  control: ['#848e9e', '#687386'],
  text: ['#151a23', '#e7ebf2'],
  /** Second lines and labels. */
  'text-2': ['#4e5868', '#a9b3c3'],
  /** Raw values, units, hints. */
  'text-3': ['#626d7f', '#8f9aac'],
  /** Links, what is chosen, the focus. */
  accent: ['#2b55cb', '#8fb0ff'],
  /** The primary button and checked boxes, which would glow in the dark as bright as a link. */
  'accent-fill': ['#2b55cb', '#3c66e3'],
  /** Text on a fill. */
  'on-fill': ['#ffffff', '#ffffff'],
  /** A chosen row, tile or chip. */
  'accent-soft': ['#eef2fd', '#1a2440'],
  /** The edge of what is chosen. */
  'accent-line': ['#b4c4f2', '#38508f'],
  /** Active; works. */
  good: ['#17683c', '#79d3a2'],
  'good-soft': ['#e8f5ee', '#11281d'],
  /** Expires soon; mind this. */
  warn: ['#855000', '#f0bb6a'],
  'warn-soft': ['#fcf3e1', '#2c2111'],
  /** The bar and the dot of what expires soon. */
  'warn-mark': ['#b46a00', '#d69331'],
  /** Rejected, revoked, can't be undone. */
  bad: ['#b0241c', '#ff9d94'],
  /** A button that ends something. */
  'bad-fill': ['#b3261e', '#c8372e'],
  'bad-soft': ['#fdeeec', '#371a1a'],
  /** The part of a token's life that is over. */
  past: ['#8892a3', '#6a7589'],
  /** The part that is left. */
  track: ['#e1e6ee', '#2b323e'],
} as const

export type ColorName = keyof typeof COLORS

/** The variable in CSS, in the scheme of the page. */
export const colorVar = (name: ColorName): string => `var(--${name})`
