import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { TokenPage } from '../tokens/detail/TokenPage.tsx'
import { TokensPage } from '../tokens/list/TokensPage.tsx'
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

const tokens = createRoute({ getParentRoute: () => root, path: '/tokens', component: TokensPage })

const token = createRoute({
  getParentRoute: () => root,
  path: '/tokens/$uuid',
  component: function TokenRoute() {
    // A page of its own for each token: dialogs and notices of one never show on another.
    const { uuid } = token.useParams()
    return <TokenPage key={uuid} uuid={uuid} />
  },
})

export const router = createRouter({
  routeTree: root.addChildren([home, tokens, token]),
  trailingSlash: 'never',
  defaultErrorComponent: Crash,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
