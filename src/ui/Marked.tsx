import { Fragment } from 'react'
import { fold, searchWords } from './fold.ts'

/** A piece of a text, and whether a search matches it. */
interface Piece {
  text: string
  isMatch: boolean
}

/**
 * Splits a text where it contains words of a search, compared as by `fold`: "ulik" matches the beginning of "Ülikool".
 * The pieces joined are the text.
 */
export function matchesIn(text: string, search: string): Piece[] {
  const letters = [...text]
  const folded = letters.map(fold)
  const line = folded.join('')
  const marked = new Array<boolean>(line.length).fill(false)
  for (const word of searchWords(search)) {
    for (let at = line.indexOf(word); at !== -1; at = line.indexOf(word, at + word.length)) {
      marked.fill(true, at, at + word.length)
    }
  }
  const pieces: Piece[] = []
  let at = 0
  for (const [index, letter] of letters.entries()) {
    const size = folded[index]?.length ?? 0
    const last = pieces.at(-1)
    // A combining mark belongs to the letter before it.
    const isMatch = size === 0 ? (last?.isMatch ?? false) : marked.slice(at, at + size).includes(true)
    if (last?.isMatch === isMatch) last.text += letter
    else pieces.push({ text: letter, isMatch })
    at += size
  }
  return pieces
}

/** A text with the matches of a search marked. */
export function Marked({ text, search }: { text: string; search: string }) {
  return matchesIn(text, search).map(({ text: piece, isMatch }, index) => {
    const Part = isMatch ? 'mark' : Fragment
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change their order
    return <Part key={index}>{piece}</Part>
  })
}
