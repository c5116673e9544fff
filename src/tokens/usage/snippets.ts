import { t } from '../../ui/i18n.tsx'

export const USES = ['curl', 'cli', 'python', 'sdk', 'node', 'gitlab', 'github', 'ansible'] as const
export type Use = (typeof USES)[number]

/** Product names are not translated. */
export const USE_NAMES: Readonly<Record<Use, string>> = {
  curl: 'curl',
  cli: 'waldur-cli',
  python: 'Python',
  sdk: 'Python SDK',
  node: 'Node.js',
  gitlab: 'GitLab CI',
  github: 'GitHub Actions',
  ansible: 'Ansible',
}

/** Where Waldur is, and the secret, in the variables that Waldur's own tools read (waldur-api, section 13). */
export const API_URL = 'WALDUR_API_URL'
export const ACCESS_TOKEN = 'WALDUR_ACCESS_TOKEN'

/**
 * The example call for each tool. Each reads both variables from the environment when it runs, so none contains the
 * secret.
 * @param origin for tools without the user's environment; it needs no escaping within quotes
 * @param path from `pathOf`; it needs none either
 */
export function snippet(use: Use, origin: string, path: string): string {
  switch (use) {
    case 'curl':
      return `# ${t('The secret is piped in because arguments are visible in the process list.')}\n${curl(path)}\n`
    case 'cli':
      return cli(path)
    case 'python':
      return python(path)
    case 'sdk':
      return sdk(path)
    case 'node':
      return node(path)
    case 'gitlab':
      return gitlab(origin, path)
    case 'github':
      return github(origin, path)
    case 'ansible':
      return ansible(path)
  }
}

/**
 * `printf` is a shell builtin, so the secret is in no process's arguments, and the shell history contains the
 * variable's name, not its value. `--fail-with-body` makes a rejection end a script and still shows it.
 */
const curl = (path: string): string => `printf 'Authorization: Bearer %s' "$${ACCESS_TOKEN}" |
  curl --silent --show-error --fail-with-body --header @- \\
    "$${API_URL}${path}"`

const cli = (path: string): string => `# ${t('Requires waldur-cli. It reads WALDUR_API_URL and WALDUR_ACCESS_TOKEN.')}
waldur-cli whoami
waldur-cli api GET '${path}'
`

const python = (path: string): string => `# ${t('Requires the “{{name}}” package.', { name: 'requests' })}
import os

import requests

response = requests.get(
    os.environ["${API_URL}"] + "${path}",
    headers={"Authorization": "Bearer " + os.environ["${ACCESS_TOKEN}"]},
    timeout=30,
)
response.raise_for_status()
print(response.json())
`

/**
 * Uses the client's low-level connection, because its typed functions reject responses with a missing or null field.
 */
const sdk = (path: string): string => `# ${t('Requires the “{{name}}” package.', { name: 'waldur-api-client' })}
import os

from waldur_api_client import AuthenticatedClient

client = AuthenticatedClient(
    base_url=os.environ["${API_URL}"],
    token=os.environ["${ACCESS_TOKEN}"],
    prefix="Bearer",  # ${t('Without it, Waldur responds with 401 “Invalid token.”')}
)
response = client.get_httpx_client().get(
    "${path}",
)
response.raise_for_status()
print(response.json())
`

const node = (path: string): string => `// ${t('Requires Node 20 or newer. Save as an “.mjs” file.')}
const response = await fetch(
  \`\${process.env.${API_URL}}${path}\`,
  { headers: { Authorization: \`Bearer \${process.env.${ACCESS_TOKEN}}\` } },
)
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`)
console.log(await response.json())
`

const indented = (text: string, by: number): string => text.replaceAll(/^/gm, ' '.repeat(by))

const gitlab = (
  origin: string,
  path: string,
): string => `# ${t('Add WALDUR_ACCESS_TOKEN as a masked variable: Settings > CI/CD > Variables.')}
waldur:
  image: curlimages/curl
  variables:
    ${API_URL}: "${origin}"
  script:
    - |
${indented(curl(path), 6)}
`

/** Only the step that needs the secret gets it. */
const github = (
  origin: string,
  path: string,
): string => `# ${t('Add WALDUR_ACCESS_TOKEN as a secret: Settings > Secrets and variables > Actions.')}
name: Waldur
on: workflow_dispatch
permissions: {}
jobs:
  waldur:
    runs-on: ubuntu-latest
    steps:
      - env:
          ${API_URL}: "${origin}"
          ${ACCESS_TOKEN}: \${{ secrets.${ACCESS_TOKEN} }}
        run: |
${indented(curl(path), 10)}
`

const ansible = (path: string): string => `- hosts: localhost
  gather_facts: false
  tasks:
    - name: Call Waldur
      ansible.builtin.uri:
        url: "{{ lookup('env', '${API_URL}') }}${path}"
        headers:
          Authorization: "Bearer {{ lookup('env', '${ACCESS_TOKEN}') }}"
      register: response
      no_log: true  # ${t('Keeps the secret out of the log.')}
    - name: Show the response
      ansible.builtin.debug:
        var: response.json
`
