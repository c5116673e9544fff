import type { Plugin } from 'vite'

/**
 * Puts a second script into index.html. Written there, Vite would make one of the two, and what asks Waldur could not
 * begin before all that draws had come. As a tag of its own it comes at the same time, and has its `integrity`.
 * @param source the script's address in the source; its chunk is named `page`
 */
export function pageScript(source: string): Plugin {
  return {
    name: 'page-script',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunk = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'page')
        if (bundle && !chunk) throw new Error('no chunk is named page')
        const src = chunk ? `/${chunk.fileName}` : source
        return [{ tag: 'script', attrs: { type: 'module', crossorigin: true, src }, injectTo: 'body' }]
      },
    },
  }
}
