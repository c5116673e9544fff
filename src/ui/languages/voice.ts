/** Something that the page’s English avoids, what it says instead, and a sentence that breaks the rule. */
interface Rule {
  readonly never: RegExp
  readonly say: string
  readonly bad: string
}

/**
 * The mechanical part of how the page speaks: one word for one thing, everyday words, contractions, one idea a
 * sentence, sentence case and American spelling. The patterns see what `plain` leaves of a text.
 */
export const RULES: readonly Rule[] = [
  // One word for one thing.
  { never: /(?<!sign-in |SSH |single-)\bkeys?\b/i, say: 'token, sign-in key or shortcut', bad: 'Revoke this key' },
  { never: /\bPATs?\b/, say: 'token', bad: 'Create PAT' },
  { never: /\b(plaintext|token value)\b/i, say: 'secret', bad: 'The plaintext is shown once' },
  { never: /\bscopes?\b/i, say: 'permission', bad: 'Select a scope' },
  { never: /(?<!\b(staff|support) )\brights?\b(?! now\b)/i, say: 'permission', bad: 'You have this right' },
  {
    never: /\b(hold|holds|held)\b(?! (the secret|a HomePort sign-in)\b)|\bcarr(y|ies)\b/i,
    say: 'have',
    bad: 'You hold it',
  },
  { never: /\b(entity|entities|objects?|bound|bindings?)\b/i, say: 'place', bad: 'It has no entities' },
  { never: /\b(un)?restrict\w*\b/i, say: 'limited to', bad: 'Restricted to a project' },
  { never: /\b(below (it|them)|descendants?)\b/i, say: 'inside', bad: 'The place and what is below it' },
  { never: /\b(customers?|call-managing)\b/i, say: 'organization, call organizer', bad: 'Select a customer' },
  { never: /\broles? of today\b/i, say: 'current roles', bad: 'With your roles of today' },
  {
    never: /\b(end date|expiry|tokens?( X)? ends?)\b|^until$/i,
    say: 'expires, expiration',
    bad: 'Token {{name}} ends',
  },
  { never: /\b(state|dead)\b|(?<!already )\binactive\b/i, say: 'status, no longer active', bad: 'It’s inactive' },
  { never: /\b(regenerat|renew)\w*\b/i, say: 'rotate', bad: 'Regenerate secret' },
  { never: /\b(clone|copy as new)\b/i, say: 'duplicate', bad: 'Copy as new' },
  { never: /\b(delet|disabl|cancel)(e|ed|ing)? ((the|this|your) )?tokens?\b/i, say: 'revoke', bad: 'Delete token' },
  { never: /\b(staff|support) access\b/i, say: 'staff-only views, support views', bad: 'It has staff access' },
  { never: /(?<!on the )\bnetworks?\b/i, say: 'IP address, range', bad: 'Allowed networks' },
  { never: /(?<!\b(IP|one) )\baddress(es)?\b/i, say: 'IP address, link or URL', bad: 'An allowed address' },
  { never: /\b(un)?answer\w*\b/i, say: 'response, respond', bad: 'Waldur hasn’t answered' },
  { never: /\brefus\w+\b/i, say: 'didn’t accept, rejected, denied', bad: 'Waldur refused this' },
  { never: /\bthis Waldur\b(?! server\b)/i, say: 'this Waldur server', bad: 'This Waldur has no calls' },
  { never: /\ban administrator\b/i, say: 'your Waldur administrator', bad: 'Ask an administrator' },
  { never: /\bswitch(ed|es)?\b/i, say: 'turned on, turned off', bad: 'Tokens are switched off' },
  { never: /\b(tick|click|tap)\w*\b|\bpress\b(?! (Ctrl|Enter|Esc)\b)/i, say: 'select', bad: 'Tick the box' },
  { never: /\blog(ged|ging)?[ -]?(in|out)\b/i, say: 'sign in, sign out', bad: 'Log in again' },
  { never: /\b(ailment|worth a look|needs? attention)\b/i, say: 'to review', bad: '2 need attention' },
  { never: /\beffective access\b/i, say: 'what works today', bad: 'Effective access' },

  // Plain and direct.
  { never: /\b(we|us|ours|our (?!Waldur server\b))\b/i, say: 'Waldur, or this page', bad: 'Waldur asks us to wait' },
  { never: /\b(please|sorry|oops|unfortunately)\b/i, say: 'what to do', bad: 'Please try again' },
  { never: /\b(faults?|trouble|fatal|illegal)\b/i, say: 'what happened', bad: 'This is a fault' },
  {
    never: /\b(invalid|must|unable|(not|isn’t|aren’t) able to)\b/i,
    say: 'what to do',
    bad: 'It must be shorter',
  },
  {
    never: /\b(begun|any more|all the same|as it were|prolong\w*)\b/i,
    say: 'everyday words',
    bad: 'It was begun here',
  },
  {
    never: /\b(can|could|is|are|was|were|do|does|did|has|have|had|will|would|should) ?not\b/i,
    say: 'a contraction',
    bad: 'This page cannot read it',
  },
  { never: /\b(it|you|they|there) (is|are)\b(?![,.]|$)/i, say: 'a contraction', bad: 'You are offline' },
  {
    never: /(?<!least )\bone (token|place|permission|secret|day|hour|minute|second)s?\b/i,
    say: 'a numeral',
    bad: 'Try again in one second',
  },
  {
    never:
      /organis|(recogn|author|custom|synchron)is(e|i)|colour|behaviour|catalogue|cancelled|\bgrey\b|licence|\bcentre/i,
    say: 'the American spelling',
    bad: 'Call organiser',
  },

  // Marks.
  { never: /;/, say: 'two sentences', bad: 'You’re offline; nothing was sent' },
  { never: /!/, say: 'a period', bad: 'Done!' },
  { never: /['"]|\.\.\./, say: '’ “ ” …', bad: "It isn't known" },
  { never: /^(?!\w+ing\b).*…|….+/, say: '… only while something runs', bad: 'Create token…' },
  { never: /[.?] .*[^.:?X)]$/, say: 'a period at the end', bad: 'It expired. Create another' },
  {
    never:
      /[a-z,] (?!(Ansible|Basic|Bearer|Caddy|Ctrl|Enter|Esc|HomePort|Node|Shift|Terraform|Tokens|Waldur)\b)[A-Z][a-z]/,
    say: 'sentence case',
    bad: 'Create Token',
  },
]

/** A text without values and what it quotes: “Sign in with X.” */
export const plain = (text: string): string => text.replace(/“[^”]*”|\{\{\w+\}\}|\[\[\w+\]\]/g, 'X')

/** The number of words in the longest sentence of a text. A value counts as a word. */
export const longest = (text: string): number =>
  Math.max(
    ...plain(text)
      .split(/(?<=[.?]) /)
      .map((sentence) => sentence.split(/[ ·]+/).length),
  )
