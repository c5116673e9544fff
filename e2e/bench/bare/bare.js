// The least a browser can do with the same tokens: the app's own requests, the parsed rows kept, and the first hundred
// of them in plain cells. No library, no state, no styles; whatever the app takes longer is the price of the app.
const PAGE_SIZE = 100
const AT_ONCE = 4

const authorization = sessionStorage.getItem('waldur-tokens.session')
const status = document.querySelector('[role="status"]')
const search = document.querySelector('input')
const head = document.querySelector('th')
const body = document.querySelector('tbody')

const tokens = []
const ticked = new Set()
let total = 0
let shown = tokens

async function readPage(page) {
  const answer = await fetch(`/api/personal-access-tokens/?page=${page}&page_size=${PAGE_SIZE}`, {
    headers: { Authorization: authorization },
    cache: 'no-store',
  })
  total = Number(answer.headers.get('X-Result-Count'))
  return answer.json()
}

async function readAll() {
  tokens.push(...(await readPage(1)))
  print()
  const last = Math.ceil(total / PAGE_SIZE)
  for (let page = 2; page <= last; page += AT_ONCE) {
    const pages = Array.from({ length: Math.min(AT_ONCE, last - page + 1) }, (_, index) => page + index)
    tokens.push(...(await Promise.all(pages.map(readPage))).flat())
    status.textContent = `${tokens.length} of ${total} loaded`
  }
  status.textContent = `${tokens.length} in all`
}

function print() {
  body.replaceChildren(...shown.slice(0, PAGE_SIZE).map(rowOf))
}

function rowOf(token) {
  const row = document.createElement('tr')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = ticked.has(token.uuid)
  box.ariaLabel = `Select ${token.name}`
  box.onchange = () => {
    if (box.checked) ticked.add(token.uuid)
    else ticked.delete(token.uuid)
    status.textContent = `${ticked.size} selected`
  }
  const name = document.createElement('th')
  name.textContent = token.name
  row.insertCell().append(box)
  row.append(name)
  row.insertCell().textContent = new Date(token.expires_at).toLocaleDateString()
  return row
}

search.oninput = () => {
  const wanted = search.value.toLowerCase()
  shown = tokens.filter(({ name, uuid }) => `${name}\n${uuid}`.toLowerCase().includes(wanted))
  print()
  status.textContent = `${shown.length} of ${tokens.length} shown`
}

head.onclick = () => {
  const step = head.ariaSort === 'ascending' ? -1 : 1
  shown = [...shown].sort((left, right) => (left.name < right.name ? -step : step))
  print()
  head.ariaSort = step > 0 ? 'ascending' : 'descending'
}

void readAll()
