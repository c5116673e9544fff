import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a person's shell has of a token's `.env`. */
export interface Environment {
  WALDUR_API_URL: string
  WALDUR_ACCESS_TOKEN: string
}

/**
 * What a program writes to its output. Besides PATH and HOME its environment has only what is given here.
 * @throws where it ends with a failure; the message has all that it wrote
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

/** The script in a build server's job, and the variables that the job says itself, which are no secrets. */
export function scriptOf(job: string): { script: string; variables: Record<string, string> } {
  const from = job.indexOf('|\n')
  const [head, block] = [job.slice(0, from), job.slice(from + '|\n'.length)]
  const said = [...head.matchAll(/^ +(\w+): "(.*)"$/gm)].map(([, name = '', value = '']) => [name, value])
  return {
    script: block.replaceAll(new RegExp(`^ {${block.search(/\S/)}}`, 'gm'), ''),
    variables: Object.fromEntries(said),
  }
}
