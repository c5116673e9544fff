import { bring, canInstall, isDebian, versionOf } from './apt.mjs'
import { browserProblem } from './browser.mjs'

// e2e/firefox.config.ts and e2e/webkit/session.ts start these programs.
const engines = {
  firefox: { title: 'Firefox', programs: ['/usr/bin/firefox-esr'], packages: ['firefox-esr'] },
  webkit: {
    title: 'WebKit',
    programs: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
}

/**
 * Installs what a step's browser needs, if it can, and prints which browser it is.
 * @returns why the step can't run; undefined if it can. Its status is 'not run', which is a failure, without Chromium,
 * and where CI could have Firefox and WebKit; elsewhere 'skipped'
 */
export function engineProblem(engine) {
  if (engine === 'chromium') {
    const sentence = browserProblem()
    return sentence && { sentence, status: 'not run' }
  }
  const { title, programs, packages } = engines[engine]
  if (bring(programs, packages, '--no-install-recommends')) {
    console.log(`${title}: ${programs[0]}, ${versionOf(packages[0])}`)
    return undefined
  }
  const names = packages.join(' and ')
  if (canInstall())
    return { sentence: `apt-get couldn't install ${names}: nothing runs in ${title}.`, status: 'skipped' }
  const status = isDebian() && process.env.CI ? 'not run' : 'skipped'
  return { sentence: `${title} needs Debian's ${names}: nothing runs in it.`, status }
}
