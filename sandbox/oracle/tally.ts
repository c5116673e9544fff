export const add = (to: Map<string, number>, name: string, more: number): void =>
  void to.set(name, (to.get(name) ?? 0) + more)

/** Prints the total and each name's share. */
export function print(title: string, counts: Map<string, number>): void {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const each = [...counts].map(([name, count]) => `${name} ${count}`)
  process.stdout.write(`${title}: ${total}${total > 0 ? ` (${each.join(', ')})` : ''}\n`)
}
