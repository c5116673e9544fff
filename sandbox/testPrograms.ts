import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The environment variables from a token's `.env` file. */
export interface Environment {
  WALDUR_API_URL: string
  WALDUR_ACCESS_TOKEN: string
}

/**
 * A program's standard output. Its environment has only PATH, HOME and what is given here.
 * @throws Error if the program fails; the message has all its output
 */
export async function outputOf(program: string, parameters: string[], environment: object): Promise<string> {
  try {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment }
    return (await run(program, parameters, { env, timeout: 60_000 })).stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${program} failed: ${stdout}${stderr}`, { cause: error })
  }
}

/** The script in a CI job's YAML, and the variables that the job itself sets, which are no secrets. */
export function scriptOf(job: string): { script: string; variables: Record<string, string> } {
  const from = job.indexOf('|\n')
  const [head, block] = [job.slice(0, from), job.slice(from + '|\n'.length)]
  const said = [...head.matchAll(/^ +(\w+): "(.*)"$/gm)].map(([, name = '', value = '']) => [name, value])
  return {
    script: block.replaceAll(new RegExp(`^ {${block.search(/\S/)}}`, 'gm'), ''),
    variables: Object.fromEntries(said),
  }
}
