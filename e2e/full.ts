/** Whether to run everything, as the step `trials` of `npm run test:all` does; `npm test` runs one of each class. */
export const isFull = process.env['TRIALS'] === 'full'

/** Tests that only that step runs: they take minutes, or try many times what `npm test` tries once. */
export const longSpecs = ['deployDocs', 'nginxTrials', 'soak', 'tenThousand', 'trials'].map((name) => `${name}.spec.ts`)
