/** Longer names are cut: file systems take 255 bytes, and a letter can be four. */
const LONGEST = 48

/**
 * `waldur-<name>.env`, with the letters and digits of any script kept. What could be a path, an option, a hidden file
 * or a quote for a shell is not: the rest becomes hyphens.
 */
export function fileNameFor(name: string): string {
  // A letter can be two units, and have marks; what is longer by far is not put into order first.
  const safe = name
    .slice(0, 8 * LONGEST)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_.]+/gu, '-')
    .replaceAll(/\.{2,}/g, '.')
  const short = [...safe.replace(/^[-.]+/, '')].slice(0, LONGEST).join('')
  return `waldur-${short.replace(/[-.]+$/, '') || 'token'}.env`
}

/** What shells, Docker and libraries read alike: neither value needs quotes. */
export const environmentFile = (origin: string, secret: string): string =>
  `WALDUR_URL=${origin}\nWALDUR_TOKEN=${secret}\n`
