import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import project from './package.json' with { type: 'json' }
import { waldur } from './sandbox/vite.ts'
import { firstScript } from './scripts/firstScript.ts'
import { integrity } from './scripts/integrity.ts'
import { plainImports } from './scripts/plainImports.ts'
import { scriptLinks } from './scripts/scriptLinks.ts'
import { underPath } from './scripts/underPath.ts'

/** The scripts that every visit to the list runs, in loading order. */
const LOADED_FIRST = ['index', 'start', 'app', 'page']

export default defineConfig({
  plugins: [
    react(),
    firstScript('src/first.ts'),
    scriptLinks('start'),
    plainImports(),
    integrity(),
    underPath(),
    waldur(process.env['WALDUR_URL']),
  ],
  build: {
    target: project.browserslist.map((browser) => browser.replace(' ', '')),
    // A data: image or an inlined asset would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    // index.html names all scripts with their hashes (scripts/scriptLinks.ts). Vite's own links have no hash.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    sourcemap: false,
    // One style sheet, named in index.html with its hash; no script loads another.
    cssCodeSplit: false,
    // The licenses of the bundled packages require their text to be distributed; `npm test` also reads the list of
    // packages from here.
    license: { fileName: 'licenses.txt' },
    // scripts/budget.mjs enforces the sizes instead.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // Chromium then compiles every function of these scripts while they load, instead of each when it is first
        // called, which kept the page busy for a fifth of the time until the first row. Other browsers see a comment.
        postBanner: ({ name }) => (LOADED_FIRST.includes(name) ? '//# allFunctionsCalledOnLoad' : ''),
        // main requests data; start has React and the rows; app the theme, forms and sign-in; page the router and the
        // list; dialogs everything that opens later, in one script, so that no part can be missing alone. On its own,
        // the bundler makes thirty.
        codeSplitting: {
          groups: [
            { name: 'main', test: /src\/main\.ts$|index\.html|rolldown\/runtime/, priority: 5 },
            { name: 'start', test: /src\/start\.tsx$/, priority: 4 },
            { name: 'app', test: /src\/app\/renderApp\.tsx$/, priority: 3 },
            { name: 'page', test: /src\/page\.tsx$/, priority: 2 },
            // Each language is a file of its own.
            { name: 'dialogs', test: (id) => !id.includes('/languages/'), priority: 1 },
          ],
        },
      },
    },
  },
  // index.html names its files from the root. Scripts and styles name each other relatively, so one build works under
  // any path (scripts/underPath.ts).
  experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === 'html' ? undefined : { relative: true }) },
  server: {
    host: '127.0.0.1',
    port: 5173,
    fs: {
      deny: [
        '**/.sandbox/**',
        // Repeats Vite's defaults, because this list replaces them.
        '.env',
        '.env.*',
        '*.{crt,pem,key,p12,pfx,cer,der}',
        '.npmrc',
        '.yarnrc.yml',
        '**/.git/**',
      ],
    },
  },
  preview: { host: '127.0.0.1', port: 4173 },
})
