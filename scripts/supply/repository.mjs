// Checks the files in git: no secrets, no actions by a movable tag, no broken links in documents.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { git } from './git.mjs'

const tracked = git('ls-files', '-z', '--cached', '--others', '--exclude-standard')?.split('\0').filter(existsSync)
const noGit = { notRun: 'git is missing, or this is not a repository' }

const secrets = [
  ['a personal access token', /\bw_\d{10}_([\w-]{43})/g],
  ['a session token', /\bToken ([0-9a-f]{40})\b/g],
  ['a session token', /["'`]([0-9a-f]{40})["'`]/g],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----()/g],
  ['a key of GitHub', /\b(?:gh[pousr]_|github_pat_)(\w{36,})/g],
  ['a key of npm', /\bnpm_(\w{36})\b/g],
  ['a key of Amazon', /\bAKIA([0-9A-Z]{16})\b/g],
]

/** A value that is clearly not random: it counts up, or has hardly any different characters. */
const isDemo = (value) => value.includes('0123456789') || (value !== '' && new Set(value).size <= 4)

/** @returns what looks like a real secret, with its line number, never with the value itself */
export function secretsIn(text) {
  return secrets.flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(([, value]) => !isDemo(value))
      .map(({ index }) => `${text.slice(0, index).split('\n').length}: looks like ${what}`),
  )
}

export function checkSecrets() {
  if (!tracked) return noGit
  const problems = tracked.flatMap((file) => secretsIn(readFileSync(file, 'latin1')).map((found) => `${file}:${found}`))
  return { seen: `${tracked.length} files`, problems }
}

/** @returns the names of a workflow's jobs that have write permission and run code of the repository or its packages */
export function rashJobsIn(workflow) {
  const [head = '', jobs = ''] = workflow.split(/^jobs:\n/m)
  const mayAllWrite = /^ *[\w-]+: write\b|write-all/m.test(head)
  return jobs
    .split(/^(?= {2}[\w-]+:)/m)
    .filter((job) => mayAllWrite || /^ +[\w-]+: write\b|write-all/m.test(job))
    .filter((job) => /actions\/checkout@|\bnpm\b|\bnode\b|\.ci\//.test(job))
    .map((job) => /[\w-]+/.exec(job)[0])
}

/** An action can use the repository's token. A tag can be moved to other code, a commit can't. */
export function checkActions() {
  if (!tracked) return noGit
  const files = tracked.filter((file) => /^\.github\/workflows\/.+\.ya?ml$/.test(file))
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line))
      .map((line) => ({ file, line: line.trim() })),
  )
  const loose = files.filter((file) => !/^permissions:/m.test(readFileSync(file, 'utf8')))
  return {
    seen: `${files.length} files, ${lines.length} actions by commit`,
    problems: [
      ...(lines.length > 0 ? [] : ['.github/workflows has no action, so nothing asks npm for known vulnerabilities.']),
      ...lines
        .filter(({ line }) => !/@[0-9a-f]{40} # v\d/.test(line))
        .map(({ file, line }) => `${file}: "${line}" doesn't name a commit and a version.`),
      ...loose.map((file) => `${file} doesn't declare its permissions.`),
      ...files.flatMap((file) =>
        rashJobsIn(readFileSync(file, 'utf8')).map((job) => `${file}: ${job} has write permission and runs our code.`),
      ),
    ],
  }
}

/** Documents whose paths in backticks must exist in the repository. In all other documents, only links are checked. */
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'DEPENDENCIES.md'],
  ...['docs/asvs.md', 'docs/behavior.md', 'docs/for-waldur.md', 'docs/performance.md'],
]

/** Paths in backticks, with a slash or a known ending; `npm test` and `Token` are not paths. */
export const pathsIn = (markdown) => [
  ...new Set(
    [...markdown.matchAll(/`(\.?[\w-][\w./-]*)`/g)]
      .map(([, path]) => path)
      .filter((path) => path.includes('/') || /\.(tsx?|mjs|md|json|ya?ml|html|txt)$|^\.npmrc$/.test(path)),
  ),
]

/** Targets of links and pictures. Headings and web addresses are left out. */
export const linksIn = (markdown) => [
  ...new Set([...markdown.matchAll(/\]\((?!\w+:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => path)),
]

export function checkPaths() {
  if (!tracked) return noGit
  const linking = tracked.filter((file) => file.endsWith('.md'))
  const named = [
    ...documents.flatMap((document) => pathsIn(readFileSync(document, 'utf8')).map((path) => ({ document, path }))),
    ...linking.flatMap((document) =>
      linksIn(readFileSync(document, 'utf8')).map((path) => ({ document, path: join(dirname(document), path) })),
    ),
  ]
  return {
    seen: `${named.length} in ${linking.length} documents`,
    problems: named
      .filter(({ path }) => !existsSync(path))
      .map(({ document, path }) => `${document} names ${path}, which doesn't exist.`),
  }
}
