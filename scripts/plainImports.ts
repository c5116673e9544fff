import type { Plugin } from 'vite'

/**
 * Leaves out Vite's helper around each `import()`, which waits for the style sheets of a script. Ours has one style
 * sheet for all (vite.config.ts), so the helper would only make the first script larger, by 0.6 kB.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  apply: 'build',
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
})
