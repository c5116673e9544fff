// node check.mjs https://tokens.example.org/: asks a deployed page and its Waldur as a browser would, and says line by
// line what is right and what to change. Needs Node 20 or newer and nothing else; changes nothing.
//   WALDUR_TOKEN=w_…  also checks what only a caller with a token sees. Create one for this and revoke it afterwards.
// Exit code 0: nothing to change; 1: something; 2: there is no such page.
import { checkApi } from './api.mjs'
import { adviceForPage, ask, unusable } from './ask.mjs'
import { checkFiles, checkHeaders, checkSettings, SCRIPT } from './page.mjs'
import { startReport } from './report.mjs'
import { checkTransport } from './tls.mjs'

const [text = ''] = process.argv.slice(2)
if (!/^https?:/.test(text) || !URL.canParse(text)) end('Name the page’s address, such as https://tokens.example.org/.')
const token = process.env.WALDUR_TOKEN?.trim()
if (token && !/^[!-~]+$/.test(token)) end('Set WALDUR_TOKEN to a token alone, such as w_…')
const named = new URL(new URL(text).pathname.replace(/\/?$/, '/'), text)
const start = await ask(named)
if (!start.body.includes('<title>Waldur Tokens</title>')) end(unusable(start, 'Waldur Tokens'), adviceForPage(start))

// The page's own folder, even if the address is one of its pages, such as /tokens.
const page = new URL('..', new URL(SCRIPT.exec(start.body)?.[1] ?? 'assets/', named))
const report = startReport()
report.say('ok', `${page} is Waldur Tokens.`)
if (page.pathname !== '/')
  report.say('note', 'Under a path, people can sign in with an identity provider only in HomePort.')
const settings = await checkSettings(report, page)
const api = new URL(settings.apiOrigin ?? page.origin)
await checkTransport(report, page, start)
checkHeaders(report, page, start, api)
await checkFiles(report, page, start)
await checkApi(report, page, api, token)

const changes = report.changes()
console.log(changes === 0 ? '\nNothing to change.' : `\nTo change: ${changes}.`)
process.exit(changes === 0 ? 0 : 1)

function end(sentence, advice) {
  console.error(advice ? `${sentence}\n${advice}` : sentence)
  process.exit(2)
}
