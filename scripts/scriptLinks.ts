import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Names the scripts that come after the first one in the built index.html, so that they are fetched with the `integrity`
 * that stands there. The first of these is fetched at once, beside the one that runs; the others wait in a `template`,
 * out of which `src/ui/scripts.ts` takes them when it is their turn: at once, they would take the line from what asks
 * Waldur.
 * @param names of the script groups in vite.config.ts, in the order in which they come
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
          if (!chunk) throw new Error(`there is no script ${name}`)
          const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${chunk.fileName}`, 'data-script': name }
          return { tag: 'link', attrs }
        })
        return [
          { ...links[0], tag: 'link', injectTo: 'head' },
          { tag: 'template', attrs: { id: 'scripts' }, children: links, injectTo: 'body' },
        ]
      },
    },
  }
}
