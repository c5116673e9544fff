import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Names the scripts after the first in the built index.html, so that they are fetched with their `integrity`. The one
 * that follows is a module of its own, which the browser compiles while it arrives. It is not `async`, so that its
 * events come after the first script has run, which waits for them. The others are links in a `template` until
 * `src/ui/scripts.ts` needs them. Preloaded at once, they would take bandwidth from the requests to Waldur.
 * @param next the script group in vite.config.ts that follows the first
 * @param later the groups after that, in loading order
 */
export function scriptLinks(next: string, later: readonly string[]): Plugin {
  return {
    name: 'script-links',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const urlOf = (name: string) => {
          const chunk = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === name)
          if (!chunk) throw new Error(`There is no script ${name}`)
          return `/${chunk.fileName}`
        }
        const script = { type: 'module', crossorigin: true, src: urlOf(next), 'data-script': next }
        const links = later.map((name): HtmlTagDescriptor => {
          const attrs = { rel: 'modulepreload', crossorigin: true, href: urlOf(name), 'data-script': name }
          return { tag: 'link', attrs }
        })
        return [
          { tag: 'script', attrs: script, injectTo: 'head' },
          { tag: 'template', attrs: { id: 'scripts' }, children: links, injectTo: 'body' },
        ]
      },
    },
  }
}
