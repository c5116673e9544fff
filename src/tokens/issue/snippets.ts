import { t } from '../../ui/words.tsx'

export const LANGUAGES = ['curl', 'python', 'javascript', 'gitlab'] as const
export type Language = (typeof LANGUAGES)[number]

/** Names of products are not translated. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  curl: 'curl',
  python: 'Python',
  javascript: 'JavaScript',
  gitlab: 'GitLab CI',
}

/**
 * The example call in a language. Each reads the secret from the environment variable WALDUR_TOKEN when it runs: none
 * of them can hold it, as none is told it.
 * @param address of `addressOf`: it needs no quoting beyond quotes
 */
export function snippet(language: Language, address: string): string {
  switch (language) {
    case 'curl':
      return `# ${t('The secret goes in through a pipe: an argument would show in the list of processes.')}\n${curl(address)}\n`
    case 'python':
      return python(address)
    case 'javascript':
      return javascript(address)
    case 'gitlab':
      return gitlab(address)
  }
}

/**
 * `printf` is built into every shell, so that no process has the secret among its arguments, and the variable's name,
 * not its value, is what a shell's history keeps. `--fail-with-body`, so that a refusal ends a script and is read.
 */
const curl = (address: string): string => `printf 'Authorization: Bearer %s' "$WALDUR_TOKEN" |
  curl --silent --show-error --fail-with-body --header @- \\
    '${address}'`

const python = (address: string): string => `# ${t('Needs the package “requests”.')}
import os

import requests

answer = requests.get(
    "${address}",
    headers={"Authorization": f"Bearer {os.environ['WALDUR_TOKEN']}"},
    timeout=30,
)
answer.raise_for_status()
print(answer.json())
`

const javascript = (address: string): string => `// ${t('For Node 20 or newer, in a file that ends in “.mjs”.')}
const answer = await fetch(
  '${address}',
  { headers: { Authorization: \`Bearer \${process.env.WALDUR_TOKEN}\` } },
)
if (!answer.ok) throw new Error(\`\${answer.status} \${await answer.text()}\`)
console.log(await answer.json())
`

const gitlab = (address: string): string => `# ${t('WALDUR_TOKEN is a masked variable: Settings, CI/CD, Variables.')}
waldur:
  image: curlimages/curl
  script:
    - |
${curl(address).replaceAll(/^/gm, '      ')}
`
