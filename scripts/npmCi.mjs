import { spawnNpm } from './npm.mjs'

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/

// Whatever NODE_ENV and the user's npm settings say, the build tools are needed. The log level shows
// each request.
const args = ['ci', '--include=dev', '--include=optional', '--loglevel=http', '--no-progress']
// With npm's own delays, people without a network would wait for more than a minute.
args.push('--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000')

/**
 * Runs `npm ci` in a folder, without its output. If it fails, resolves with a sentence or npm's own error lines, else
 * with undefined.
 */
export function npmCi(cwd) {
  const npm = spawnNpm(args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  npm.stderr.setEncoding('utf8').on('data', (text) => {
    log += text
    // npm would try every package three times first, which takes minutes if name resolution is slow.
    if (isOffline(log)) npm.kill()
  })
  return new Promise((resolve) => {
    npm.on('error', () => resolve("Couldn't find npm. Install Node with npm, then run the command again."))
    npm.on('close', (code) => resolve(code === 0 ? undefined : problemIn(log)))
  })
}

/** Ten failed requests and not one response. */
function isOffline(log) {
  const failures = log.match(/http fetch .* failed with E/g) ?? []
  return failures.length >= 10 && unreachable.test(log) && !/http fetch GET \d/.test(log)
}

function problemIn(log) {
  const cause = unreachable.exec(log)?.[0]
  if (cause && (isOffline(log) || log.includes(`npm error code ${cause}`))) {
    return `Couldn't reach the npm registry (${cause}). Check your network and npm's proxy and registry settings, then run the command again.`
  }
  // npm ends some errors with its whole manual page and the path of a log.
  const [message] = log.split(/npm error Clean install a project|npm error A complete log/)
  const lines = message.split('\n').filter((line) => line.startsWith('npm error '))
  return ["Couldn't install the packages:", ...lines].join('\n')
}
