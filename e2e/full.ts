/** Whether to run everything, as the step `slow` of `npm run test:all` does; `npm test` runs one of each class. */
export const isFull = process.env['JOURNEYS_FULL'] === '1'

/**
 * Specs that only that step runs: they take minutes, or try many times or by touch what `npm test` tries once. So do
 * single tests with the tag `@slow`, which look more closely at what other tests see too.
 */
export const longSpecs = [
  'deployDocs',
  'nginxOneClick',
  'phoneForm',
  'phoneScreens',
  'randomLosses',
  'soak',
  'tenThousand',
].map((name) => `${name}.spec.ts`)
