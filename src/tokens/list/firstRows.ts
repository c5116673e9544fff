import './firstRows.css'
import { instantMs } from '../../api/wire.ts'
import { nameText } from '../../ui/names.ts'
import { ago, day } from '../../ui/time.ts'
import { t } from '../../ui/words.tsx'
import { plainWords } from '../permissions/permissionText.ts'
import { isGlobal } from '../permissions/permissionWords.ts'
import { bindingsText, COLUMN_WIDTHS, columnLabel, filterLabel, isBoundToNothing, scopesText } from '../rows/texts.ts'
import type { ColumnId } from '../rows/view.ts'
import { COLUMN_IDS, FILTERS, NARROW } from '../rows/view.ts'
import type { Token } from '../schema.ts'
import { sortedByUrgency, tokenStart, tokenState } from '../state/expiry.ts'
import { stateWords } from '../state/stateWords.ts'

/**
 * Draws the list with what the first script has: it can be read while the one that draws the page is still on its way.
 * It stands where the page will have it, and does nothing yet: a link would load all anew. What can be pressed has its
 * room only.
 * @param tokens those that are known, in any order
 * @param now the server's time, in milliseconds
 * @param isOff whether no token of the user is known to work now
 */
export function drawFirstRows(tokens: readonly Token[], now: number, isOff: boolean): DocumentFragment {
  const rows = sortedByUrgency(tokens, now)
  const isNarrow = matchMedia(NARROW).matches
  const contents = contentsOf(now, isOff)
  const list = isNarrow ? cards(rows, contents) : table(rows, contents, now)
  list.ariaLabel = t('Personal access tokens')
  list.ariaBusy = 'true'
  const title = make('div', '', [
    make('h1', '', t('Personal access tokens')),
    make(
      'p',
      'aside',
      t('Keys for scripts and services that act in Waldur as you, within the permissions you give them.'),
    ),
  ])
  const tools = [t('Which token is this?'), t('I may have leaked something'), t('Save'), t('Columns')]
  if (isNarrow) tools.splice(2, 0, t('Sort'))
  const drawn = document.createDocumentFragment()
  drawn.append(
    make('div', 'first-title', [title, room(t('Create token'))]),
    make(
      'div',
      'first-counts',
      FILTERS.map((filter) => make('span', '', filterLabel(filter, isOff))),
    ),
    make('div', 'first-tools', [make('i', ''), make('div', '', tools.map(room))]),
    make('p', 'first-status aside', t('Loading')),
    isNarrow ? list : make('div', 'first-table', [list]),
  )
  return drawn
}

type Contents = Record<ColumnId, (token: Token) => HTMLElement[]>

function table(rows: readonly Token[], contents: Contents, now: number): HTMLElement {
  const heads = COLUMN_IDS.map((id) => {
    const head = make('th', '', columnLabel(id))
    head.style.width = `${COLUMN_WIDTHS[id]}%`
    return head
  })
  const lines = rows.map((token) => {
    const cells = COLUMN_IDS.map((id) => make(id === 'name' ? 'th' : 'td', '', contents[id](token)))
    const row = make('tr', 'token-row', [make('td', 'tick-cell', [tick()]), ...cells, make('td', 'actions-cell')])
    row.toggleAttribute('data-ended', tokenState(token, now) !== 'active')
    return row
  })
  const head = make('thead', '', [make('tr', '', [make('td', 'tick-cell'), ...heads, make('td', 'actions-cell')])])
  return make('table', '', [head, make('tbody', '', lines)])
}

function cards(rows: readonly Token[], contents: Contents): HTMLElement {
  const facts = COLUMN_IDS.filter((id) => id !== 'name' && id !== 'state')
  const items = rows.map((token) => {
    const pairs = facts.flatMap((id) => [make('dt', '', columnLabel(id)), make('dd', '', contents[id](token))])
    const head = make('div', 'token-card-head', [tick(), make('div', '', contents.name(token))])
    return make('li', '', [make('div', 'token-card', [head, ...contents.state(token), make('dl', '', pairs)])])
  })
  return make('ul', 'token-cards', items)
}

/** What the cells of columns.tsx show, but for icons, tooltips and links. */
const contentsOf = (now: number, isOff: boolean): Contents => ({
  name: (token) => [
    make('span', 'token-name two-lines', [make('bdi', '', nameText(token.name))]),
    make('div', 'token-start aside', tokenStart(token)),
  ],
  state: (token) => {
    const { text, look } = stateWords(token, now, isOff)
    const label = make('span', 'state-label', [make('i', ''), make('span', '', text)])
    label.dataset['look'] = look
    return [make('div', 'state', [label])]
  },
  permissions: ({ scopes }) => [twoLines(scopesText(scopes, plainWords), scopes.some(isGlobal))],
  bound: ({ allowed_scopes }) => [
    twoLines(bindingsText(allowed_scopes), allowed_scopes.length === 0 || isBoundToNothing(allowed_scopes)),
  ],
  expires: ({ expires_at }) => [make('span', 'instant', day(instantMs(expires_at)))],
  used: ({ last_used_at, last_used_ip }) => {
    if (last_used_at === null) return [make('div', 'aside', t('Never used'))]
    if (last_used_at === undefined) return [notKnown()]
    const when = make('span', 'instant', ago(instantMs(last_used_at), now))
    const from =
      last_used_ip !== null && make('div', 'aside from', t('from {{address}}', { address: nameText(last_used_ip) }))
    return from ? [when, from] : [when]
  },
  created: ({ created }) => [created === null ? notKnown() : make('span', 'instant', day(instantMs(created)))],
})

const notKnown = () => make('span', 'aside', t('not known'))

function twoLines(text: string, hasIcon: boolean): HTMLElement {
  const lines = make('div', 'two-lines', text)
  if (hasIcon) lines.prepend(make('i', 'in-text'))
  return lines
}

/** Where the page will have a box, and a button with an icon and these words. */
const tick = () => make('span', 'tick', [make('i', '')])
const room = (label: string) => make('span', 'room', label)

function make(tag: string, className: string, content: string | readonly HTMLElement[] = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  if (typeof content === 'string') element.textContent = content
  else element.append(...content)
  return element
}
