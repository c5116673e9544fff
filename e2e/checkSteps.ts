import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const script = fileURLToPath(new URL('../deploy/check/main.mjs', import.meta.url))

/** What the check prints about this page: its exit code, what to change, and everything else. */
export async function check(address: string, token = '', extra: Record<string, string> = {}) {
  const env = { ...process.env, WALDUR_TOKEN: token, NODE_NO_WARNINGS: '1', ...extra }
  const { code, stdout, stderr } = await promisify(execFile)(process.execPath, [script, address], { env }).then(
    (done) => ({ code: 0, ...done }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  )
  const lines = stdout.split('\n')
  return {
    code,
    lines,
    stderr,
    changes: lines.filter((line) => line.startsWith('change')).map((line) => line.slice(8)),
  }
}
