// npm run words -- languages/fr.json: makes the file of a language, or brings it up to date. What is missing is added
// in English, what is translated is kept, and what the page no longer says is removed and shown. A file that changes
// words of a built-in language has only those, so nothing is added to it.
//   --check   changes nothing, and fails if a text is missing or unused, or if its placeholders differ from the English
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install } from './install.mjs'
import { stop } from './run.mjs'

const { file, check } = readOptions()
const language = basename(file, '.json')
const words = read()

await install()
const { runnerImport } = await import('vite')
const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))
const ours = source(`ui/languages/${basename(file)}`)
const isOurs = language === 'en' || existsSync(ours)
const kind = resolve(file) === ours ? 'built in' : isOurs ? 'changes' : 'added'
const { module } = await runnerImport(source('reviewWords.ts'))
const { keys, missing, unused, misplaced } = module.reviewWords(language, words, kind)
const texts = [...keys]
  .filter(([key, { isOptional }]) => !isOptional || words[key])
  .map(([key, { english }]) => [key, words[key] || english])
  .sort(([a], [b]) => (a < b ? -1 : 1))
if (!check) write(`${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`)
report()

function readOptions() {
  try {
    const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true })
    const [path = '', ...others] = positionals
    new Intl.Locale(basename(path, '.json'))
    if (path.endsWith('.json') && others.length === 0) return { file: path, ...values }
  } catch {
    // The advice below covers an unknown option or tag, too.
  }
  return stop('Name one file after its language, such as fr, pt-BR or zh-Hans: npm run words -- languages/fr.json')
}

function read() {
  if (!existsSync(file)) return check ? stop(`There is no ${file}.`) : {}
  try {
    const found = JSON.parse(readFileSync(file, 'utf8'))
    if (!Array.isArray(found) && Object.values(found).every((text) => typeof text === 'string')) return found
  } catch (error) {
    stop(`${file} isn’t JSON: ${error.message}`)
  }
  return stop(`${file} has to be an object whose values are texts.`)
}

function write(text) {
  try {
    writeFileSync(file, text)
  } catch (error) {
    stop(`Couldn’t write ${file}: ${error.message}`)
  }
}

function report() {
  const inEnglish = texts.filter(([key, text]) => text === keys.get(key).english)
  console.log(
    `${file} has ${counted(texts.length, 'text', 'texts')}, ${inEnglish.length} of them the same as in English.`,
  )
  const isNew = Object.keys(words).length === 0
  if (!isNew) say(missing, check ? ['text is missing', 'texts are missing'] : ['text is new', 'texts are new'])
  const old = unused.map((key) => `${JSON.stringify(key)}: ${JSON.stringify(words[key])}`)
  say(old, check ? ['text isn’t used', 'texts aren’t used'] : ['text was removed', 'texts were removed'])
  say(misplaced, [
    'text has placeholders that differ from the English ones',
    'texts have placeholders that differ from the English ones',
  ])
  if (check && missing.length + unused.length + misplaced.length > 0) process.exit(1)
}

function say(lines, [one, many]) {
  if (lines.length > 0) console.log([`${counted(lines.length, one, many)}:`, ...lines].join('\n  '))
}

function counted(count, one, many) {
  return `${count} ${count === 1 ? one : many}`
}
