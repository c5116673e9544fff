import { fileURLToPath } from 'node:url'

/**
 * The production files under test. `npm test` has just built them into `dist`; JOURNEYS_PAGES names another folder, as
 * an absolute path or from the project's root, for a build that doesn't overwrite `dist`.
 */
export const pagesFolder = fileURLToPath(
  new URL(process.env['JOURNEYS_PAGES'] || 'dist', new URL('..', import.meta.url)),
)
