/**
 * Whether to run everything, as the step `slow` of `npm run test:all` does. `npm test` runs one of each class, and
 * neither the specs named `*.slow.spec.ts`, which take minutes or try many times or by touch what it tries once, nor
 * single tests with the tag `@slow`, which look more closely at what other tests see too.
 */
export const isFull = process.env['JOURNEYS_FULL'] === '1'
