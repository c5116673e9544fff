import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Names the scripts after the first in the built index.html, so that they are fetched with their `integrity`. The one
 * that follows is a module of its own, which the browser compiles while it arrives. It is not `async`, so that its
 * events come after the first script has run, which waits for them. The others are links in a `template`, relative to
 * the page's folder, until `src/ui/scripts.ts` needs them. Preloaded at once, they would take bandwidth from the
 * requests to Waldur.
 * @param next the script group in vite.config.ts that follows the first
 */
export function scriptLinks(next: string): Plugin {
  return {
    name: 'script-links',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const early = chunks.find(({ name }) => name === next)
        if (!early) throw new Error(`There is no script ${next}`)
        const script = { type: 'module', crossorigin: true, src: `/${early.fileName}`, 'data-script': next }
        const later = chunks.filter((chunk) => chunk !== early && !chunk.isEntry)
        const links = later.map(({ name, fileName }): HtmlTagDescriptor => {
          const attrs = { rel: 'modulepreload', crossorigin: true, href: fileName, 'data-script': name }
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
