import type { Request } from './core.ts'
import { notFound } from './reply.ts'

const defaultPageSize = 10
const maximumPageSize = 300

/** The last value of a query parameter: Django takes the last of repeated keys. */
function parameter(c: Request, name: string): string | undefined {
  return c.req.queries(name)?.at(-1)
}

function pageSize(c: Request): number {
  const text = parameter(c, 'page_size') ?? ''
  const size = /^\d+$/.test(text) ? Number(text) : 0
  return size > 0 ? Math.min(size, maximumPageSize) : defaultPageSize
}

/**
 * Returns one page as a bare array with `X-Result-Count` and `Link` (waldur-api.md 4).
 * @param total number of rows in all pages
 * @param load reads the rows of the page
 * @throws ErrorResponse 404 `Invalid page.` for a page that does not exist
 */
export async function paginate<Row>(
  c: Request,
  total: number,
  load: (range: { limit: number; offset: number }) => Promise<Row[]>,
): Promise<Response> {
  const size = pageSize(c)
  const lastPage = Math.max(1, Math.ceil(total / size))
  const asked = parameter(c, 'page') ?? '1'
  const page = asked === 'last' ? lastPage : /^\d+$/.test(asked) ? Number(asked) : 0
  if (page < 1 || page > lastPage) throw notFound('Invalid page.')

  const link = (relation: string, target: number) => {
    const url = new URL(c.req.url)
    // As Django REST framework writes it: sorted, and page 1 without a number.
    url.searchParams.delete('page')
    if (target > 1) url.searchParams.set('page', String(target))
    url.searchParams.sort()
    return `<${url.href}>; rel="${relation}"`
  }
  const links = [link('first', 1)]
  if (page > 1) links.push(link('prev', page - 1))
  if (page < lastPage) links.push(link('next', page + 1))
  links.push(link('last', lastPage))
  const rows = await load({ limit: size, offset: (page - 1) * size })
  return c.json(rows, 200, { 'X-Result-Count': String(total), Link: links.join(', ') })
}
