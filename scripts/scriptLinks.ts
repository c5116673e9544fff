import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Names the scripts after the first in the built index.html, so that they are fetched with their `integrity`. The first
 * of them is a module of its own, which the browser compiles while it arrives; it imports the first script, so it
 * cannot run before it. All of them wait in a `template` until `src/ui/scripts.ts` needs them. Preloaded at once, they
 * would take bandwidth from the requests to Waldur.
 * @param names of the script groups in vite.config.ts, in loading order
 */
export function scriptLinks(names: readonly string[]): Plugin {
  return {
    name: 'script-links',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const links = names.map((name): HtmlTagDescriptor => {
          const chunk = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === name)
          if (!chunk) throw new Error(`There is no script ${name}`)
          const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${chunk.fileName}`, 'data-script': name }
          return { tag: 'link', attrs }
        })
        const early = { type: 'module', async: true, crossorigin: true, src: links[0]?.attrs?.['href'] }
        return [
          { tag: 'script', attrs: early, injectTo: 'head' },
          { tag: 'template', attrs: { id: 'scripts' }, children: links, injectTo: 'body' },
        ]
      },
    },
  }
}
