import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ESTree } from 'vite'
import { parseSync, Visitor } from 'vite'

/** A call of `t`: the sentence, and its singular where the call brings one. */
export interface Sentence {
  text: string
  one: string | null
  /** A number decides its form. */
  counts: boolean
  /** "tokens/rows/cells.tsx:12" */
  at: string
}

export interface Findings {
  sentences: Sentence[]
  /** What this reading cannot follow, so that no sentence gets lost. */
  odd: string[]
  /** What a person would see and no catalogue holds. */
  bare: string[]
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Every source of the app is parsed, by the parser that builds it. For tests. */
export function readSources(): Findings {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith('ui/languages'))
  const all = sources.map((file) => readSource(file, readFileSync(ROOT + file, 'utf8')))
  return {
    sentences: all.flatMap(({ sentences }) => sentences),
    odd: all.flatMap(({ odd }) => odd),
    // What the fetch layer says of a wrong shape goes to nobody's screen.
    bare: all.flatMap(({ bare }) => bare).filter((text) => !text.startsWith('api/')),
  }
}

/** Attributes and properties whose text is read by people. */
const VISIBLE =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|label|placeholder|helperText|heading|message|titleAccess|(open|close|clear|loading|noOptions)Text|showLabel)$/

/** @throws SyntaxError when the file cannot be parsed */
export function readSource(file: string, code: string): Findings {
  const { program, errors } = parseSync(file, code)
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  const found: Findings = { sentences: [], odd: [], bare: [] }
  const at = ({ start }: { start: number }) => `${file}:${code.slice(0, start).split('\n').length}`
  const called = new Set<unknown>()
  let depth = 0
  const enter = () => {
    depth += 1
  }
  const leave = () => {
    depth -= 1
  }
  const look = (node: ESTree.Node | null) => {
    for (const text of literalsOf(node)) if (isWords(text)) found.bare.push(`${node && at(node)} ${text.trim()}`)
  }
  new Visitor({
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 't') return
      called.add(node.callee)
      const sentence = sentenceOf(node, at(node))
      if (sentence === null) found.odd.push(`${at(node)} t() without a sentence in it`)
      else found.sentences.push(sentence)
      if (depth === 0) found.odd.push(`${at(node)} t() is asked once for all, before the language is known`)
    },
    Identifier(node) {
      // In the order of the source a call comes before its name.
      const isOwn = file === 'ui/words.tsx' || code.slice(0, node.start).endsWith('.')
      if (node.name === 't' && !called.has(node) && !isImport(code, node.start) && !isOwn)
        found.odd.push(`${at(node)} t is passed on`)
    },
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    JSXText(node) {
      if (isWords(node.value)) found.bare.push(`${at(node)} ${node.value.trim()}`)
    },
    JSXExpressionContainer(node) {
      // Of an attribute it is looked at by the attribute's name.
      if (node.expression.type !== 'JSXEmptyExpression' && /[>}]\s*$/.test(code.slice(0, node.start)))
        look(node.expression)
    },
    JSXAttribute(node) {
      if (node.name.type === 'JSXIdentifier' && VISIBLE.test(node.name.name)) {
        look(node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value)
      }
    },
    Property(node) {
      const name = node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? node.key.value : null
      if (typeof name === 'string' && VISIBLE.test(name)) look(node.value)
    },
  }).visit(program)
  return found
}

/** Words are letters between blanks; an example such as "w_1804075500" is none. */
const isWords = (text: string): boolean => /(?<![\p{L}\p{N}_])\p{L}{2,}(?![\p{N}_])/u.test(text)

const isImport = (code: string, start: number): boolean =>
  /^import\b/.test(code.slice(code.lastIndexOf('\n', start) + 1, start))

function sentenceOf({ arguments: [text, options] }: ESTree.CallExpression, at: string): Sentence | null {
  if (text?.type !== 'Literal' || typeof text.value !== 'string') return null
  const sentence: Sentence = { text: text.value, one: null, counts: false, at }
  if (options?.type !== 'ObjectExpression') return sentence
  for (const property of options.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
    if (property.key.name === 'count') sentence.counts = true
    if (!property.key.name.startsWith('defaultValue')) continue
    if (property.key.name !== 'defaultValue_one' || property.value.type !== 'Literal') return null
    sentence.one = String(property.value.value)
    sentence.counts = true
  }
  return sentence
}

/** The texts that an expression may become by itself; what a function answers is its own affair. */
function literalsOf(node: ESTree.Node | null): string[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return [...node.quasis.map(({ value }) => value.raw), ...node.expressions.flatMap(literalsOf)]
    case 'ConditionalExpression':
      return [...literalsOf(node.consequent), ...literalsOf(node.alternate)]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...literalsOf(node.right), ...(node.operator === '&&' ? [] : literalsOf(node.left))]
    default:
      return []
  }
}
