/** Everything in full, as the step `trials` of `npm run test:all` has it; `npm test` has one of each class. */
export const isFull = process.env['TRIALS'] === 'full'

/** What only that step runs: it takes minutes, or tries many times what a journey of `npm test` tries once. */
export const longSpecs = ['deployDocs', 'nginxTrials', 'soak', 'tenThousand', 'trials'].map((name) => `${name}.spec.ts`)
