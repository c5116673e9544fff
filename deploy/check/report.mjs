/** What was found, printed line by line. */
export function startReport() {
  let changes = 0
  /**
   * @param verdict `ok`; `note`, for what need not be changed; `change`
   * @param advice how to change it
   */
  const say = (verdict, what, advice) => {
    if (verdict === 'change') changes += 1
    console.log(`${verdict.padEnd(8)}${what}${advice ? `\n        ${advice}` : ''}`)
  }
  const check = (isRight, right, wrong, advice) => (isRight ? say('ok', right) : say('change', wrong, advice))
  const checkCaching = (what, { headers }) => {
    const advice = 'Send Cache-Control: no-store, or people may see an old one.'
    check(/no-store/.test(headers['cache-control'] ?? ''), `${what} isn’t cached.`, `${what} may be cached.`, advice)
  }
  return { say, check, checkCaching, changes: () => changes }
}
