import type { Access } from './access.ts'

/** A shape for each verdict, so that none depends on its color. Round is yes, a square needs a word, bare is no. */
export const MARKS: Record<Access['kind'], string> = {
  works: 'm3.5 8.5 3 3 6-7',
  inside: 'M4.5 3.5v5.25h6.75M8.5 6l2.75 2.75L8.5 11.5',
  above: 'M8 13.25V6M4.75 9 8 5.75 11.25 9M4 2.75h8',
  'staff only': 'm8 1.75 5.25 2v4c0 3.25-2.2 5.4-5.25 6.5-3.05-1.1-5.25-3.25-5.25-6.5v-4zM8 5.25v3M8 10.4v.01',
  gone: 'm5 5 6 6M11 5l-6 6',
  follows: 'M4 6.25h8M4 9.75h8',
  unknown: 'M5.6 6.1a2.4 2.4 0 1 1 3.6 2.05C8.4 8.6 8 9.1 8 10M8 12.6v.01',
  'not yours': 'M5 8h6',
  'not asked': 'M4.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
}
