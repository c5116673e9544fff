import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ESTree } from 'vite'
import { parseSync, Visitor } from 'vite'

/** A call of `t`: the sentence, and its singular if the call has one. */
export interface SourceSentence {
  text: string
  one: string | null
  /** A number selects its plural form. */
  counts: boolean
  /** The component or attribute it stands in, such as "Button" or "title". */
  on: string | null
  /** "tokens/rows/cells.tsx:12" */
  at: string
}

export interface SourceFindings {
  sentences: SourceSentence[]
  /** Code that this reader cannot follow. It is reported so that no sentence is missed. */
  odd: string[]
  /** Visible text that is in no catalog. */
  bare: string[]
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Parses every source file of the app, with the parser that builds it. For tests and `scripts/words.mjs`. */
export function readSources(): SourceFindings {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith('ui/languages'))
  const all = sources.map((file) => readSource(file, readFileSync(ROOT + file, 'utf8')))
  return {
    sentences: all.flatMap(({ sentences }) => sentences),
    odd: all.flatMap(({ odd }) => odd),
    // Messages of the fetch layer about a wrong shape are never shown.
    bare: all.flatMap(({ bare }) => bare).filter((text) => !text.startsWith('api/')),
  }
}

/** Attributes and properties whose text users read. */
const VISIBLE =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|label|placeholder|helperText|heading|message|titleAccess|(open|close|clear|loading|noOptions)Text|showLabel)$/

/** @throws SyntaxError if the file cannot be parsed */
export function readSource(file: string, code: string): SourceFindings {
  const { program, errors } = parseSync(file, code)
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  const found: SourceFindings = { sentences: [], odd: [], bare: [] }
  const at = ({ start }: { start: number }) => `${file}:${code.slice(0, start).split('\n').length}`
  const called = new Set<unknown>()
  const around: string[] = []
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
      const sentence = sentenceOf(node, around.at(-1) ?? null, at(node))
      if (sentence === null) found.odd.push(`${at(node)} t() without a sentence in it`)
      else found.sentences.push(sentence)
      if (depth === 0) found.odd.push(`${at(node)} t() is asked once for all, before the language is known`)
    },
    Identifier(node) {
      // In source order a call is visited before its name.
      const isOwn = file === 'ui/i18n.tsx' || code.slice(0, node.start).endsWith('.')
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
      // Attribute values are checked by the attribute's name.
      if (node.expression.type !== 'JSXEmptyExpression' && /[>}]\s*$/.test(code.slice(0, node.start)))
        look(node.expression)
    },
    JSXElement({ openingElement: { name } }) {
      around.push(code.slice(name.start, name.end))
    },
    'JSXElement:exit'() {
      around.pop()
    },
    JSXAttribute({ name, value }) {
      around.push(code.slice(name.start, name.end))
      if (VISIBLE.test(around.at(-1) ?? '')) look(value?.type === 'JSXExpressionContainer' ? value.expression : value)
    },
    'JSXAttribute:exit'() {
      around.pop()
    },
    Property(node) {
      const name = node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? node.key.value : null
      if (typeof name === 'string' && VISIBLE.test(name)) look(node.value)
    },
  }).visit(program)
  return found
}

/** Words are letters between blanks, unlike an example such as "w_1804075500". */
const isWords = (text: string): boolean => /(?<![\p{L}\p{N}_])\p{L}{2,}(?![\p{N}_])/u.test(text)

const isImport = (code: string, start: number): boolean =>
  /^import\b/.test(code.slice(code.lastIndexOf('\n', start) + 1, start))

function sentenceOf(call: ESTree.CallExpression, on: string | null, at: string): SourceSentence | null {
  const [text, options] = call.arguments
  if (text?.type !== 'Literal' || typeof text.value !== 'string') return null
  const sentence: SourceSentence = { text: text.value, one: null, counts: false, on, at }
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

/** The strings that an expression itself can evaluate to; a called function is checked where it is defined. */
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
