import type { Plugin } from 'vite'

/**
 * Names the script that renders the page in the built index.html, so that `main.ts` can load it with the `integrity`
 * given there. A tag that loads it at once would compete with the first API requests for the connection.
 * @param source the end of the script's path in the source
 */
export function pageScript(source: string): Plugin {
  return {
    name: 'page-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunk = Object.values(bundle ?? {}).find(
          (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(source)),
        )
        if (!chunk) throw new Error(`no script has ${source}`)
        return [
          { tag: 'link', attrs: { rel: 'page', crossorigin: true, href: `/${chunk.fileName}` }, injectTo: 'head' },
        ]
      },
    },
  }
}
