// Must come first, before the router reads the URL.
import './mendUrl.ts'
import {
  createRootRoute,
  createRoute,
  createRouter,
  parseSearchWith,
  redirect,
  stringifySearchWith,
  useLocation,
} from '@tanstack/react-router'
import { useCallback } from 'react'
import { basePath } from '../api/deployment.ts'
import { TokensPage } from '../tokens/list/TokensPage.tsx'
import { ListView } from '../tokens/rows/view.ts'
import { lazy } from '../ui/lazy.tsx'
import { Crash, RootCrash } from './Crash.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Shell } from './Shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: RootCrash })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tokens', replace: true })
  },
})

const tokens = createRoute({
  getParentRoute: () => root,
  path: '/tokens',
  validateSearch: ListView,
  component: TokensPage,
})

const request = createRoute({
  getParentRoute: () => root,
  path: '/tokens/new',
  validateSearch: ListView,
  component: function RequestRoute() {
    const navigate = request.useNavigate()
    // The router's copy is decoded, so that a "&" in a name looks like a separator.
    const text = useLocation({ select: () => window.location.hash.slice(1) })
    const leave = useCallback(() => void navigate({ to: '/tokens', replace: true }), [navigate])
    return <TokensPage key={text} request={text} onRequestDone={leave} />
  },
})

const TokenPage = lazy(async () => (await import('../tokens/detail/TokenPage.tsx')).TokenPage)

const token = createRoute({
  getParentRoute: () => root,
  path: '/tokens/$uuid',
  component: function TokenRoute() {
    // Remount for each token, so that its dialogs and notices never show on another one.
    const { uuid } = token.useParams()
    return <TokenPage key={uuid} uuid={uuid} />
  },
})

export const router = createRouter({
  routeTree: root.addChildren([home, tokens, request, token]),
  basepath: basePath,
  trailingSlash: 'never',
  // Texts as they are and lists joined by dots, so that people can read and write the URLs.
  parseSearch: parseSearchWith((text) => text),
  stringifySearch: stringifySearchWith((list: string[]) => list.join('.')),
  defaultErrorComponent: Crash,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
