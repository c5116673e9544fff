/**
 * Returns one sentence if `found` (such as "20.19.0") is outside `needed`, else undefined. Only reads the forms that
 * our package.json uses, ">=20.19" and "^20.19", joined by "||": a full semver parser is a dependency, and this runs
 * before any are installed.
 */
export function nodeProblem(found, needed) {
  if (needed.split('||').some((range) => fits(found, range.trim()))) return undefined
  return `Waldur Tokens needs Node ${needed}, but this is Node ${found}. Install a newer Node, then run the command again.`
}

function fits(found, range) {
  const [major, minor] = numbers(found)
  const [lowestMajor, lowestMinor = 0] = numbers(range)
  if (major === lowestMajor) return minor >= lowestMinor
  return range.startsWith('>=') && major > lowestMajor
}

function numbers(text) {
  return text.match(/\d+/g).map(Number)
}
