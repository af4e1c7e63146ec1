import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router'
import { forgetRequests, paths } from '../api/requests.ts'
import { OverviewPage } from '../features/overview/OverviewPage.tsx'
import { overviewSearchShape } from '../features/overview/overview-search.ts'
import { lazyPart } from '../ui/lazy-part.ts'
import { opens } from './opens.tsx'
import { page } from './page.tsx'
import { readsOfActions, readsOfBriefing, readsOfChanges, readsOfMeasure, readsOfPack } from './reads.ts'
import { NotFoundRoute } from './routes/NotFoundRoute.tsx'
import { Shell } from './Shell.tsx'
import {
  asWritten,
  keepView,
  parseSearch,
  type RawSearch,
  stringifySearch,
  type ViewOfLink,
} from './search.ts'

const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundRoute,
  validateSearch: (search: ViewOfLink): RawSearch => asWritten(search),
  search: { middlewares: [({ search, next }) => keepView(search, next(search))] },
})

const getParentRoute = () => rootRoute

/**
 * Every page: its address, its name until its code has come, its code, which says what its address may say, and what
 * it reads first. Code and readings are asked for as soon as the address is known; the overview's code alone comes
 * with the app.
 */
const routeTree = rootRoute.addChildren([
  createRoute({
    getParentRoute,
    path: '/' as const,
    ...opens('Overview', page(overviewSearchShape, OverviewPage), (view) => [paths.overview(view)]),
  }),
  createRoute({
    getParentRoute,
    path: '/kpis/$id' as const,
    ...opens(
      'Measure',
      lazyPart(() => import('./routes/MeasureRoute.tsx').then((part) => part.MeasureRoute)),
      readsOfMeasure,
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/briefing/$id' as const,
    ...opens(
      'Briefing',
      lazyPart(() => import('./routes/BriefingRoute.tsx').then((part) => part.BriefingRoute)),
      readsOfBriefing,
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/safeguarding' as const,
    ...opens(
      'Safeguarding themes',
      lazyPart(() => import('./routes/SafeguardingRoute.tsx').then((part) => part.SafeguardingRoute)),
      (view) => [paths.kpis(view), paths.signals(view)],
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/plan' as const,
    ...opens(
      'Improvement plan',
      lazyPart(() => import('./routes/PlanRoute.tsx').then((part) => part.PlanRoute)),
      (view) => [paths.plan(view), paths.kpis(view)],
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/emerging' as const,
    ...opens(
      'Emerging issues',
      lazyPart(() => import('./routes/EmergingRoute.tsx').then((part) => part.EmergingRoute)),
      (view) => [paths.signals(view), paths.kpis(view)],
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/actions' as const,
    ...opens(
      'Actions',
      lazyPart(() => import('./routes/ActionsRoute.tsx').then((part) => part.ActionsRoute)),
      readsOfActions,
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/changes' as const,
    ...opens(
      'Since last time',
      lazyPart(() => import('./routes/ChangesRoute.tsx').then((part) => part.ChangesRoute)),
      readsOfChanges,
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/pack' as const,
    ...opens(
      'Pack',
      lazyPart(() => import('./routes/PackRoute.tsx').then((part) => part.PackRoute)),
      readsOfPack,
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/present' as const,
    ...opens(
      'Presentation',
      lazyPart(() => import('./routes/PresentRoute.tsx').then((part) => part.PresentRoute)),
      readsOfPack,
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/data' as const,
    ...opens(
      'Data quality',
      lazyPart(() => import('./routes/DataRoute.tsx').then((part) => part.DataRoute)),
      (view) => [paths.dataQuality(view)],
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/definitions' as const,
    ...opens(
      'Definitions',
      lazyPart(() => import('./routes/DefinitionsRoute.tsx').then((part) => part.DefinitionsRoute)),
      (view) => [paths.kpis(view)],
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/methods' as const,
    ...opens(
      'How figures are made',
      lazyPart(() => import('./routes/MethodsRoute.tsx').then((part) => part.MethodsRoute)),
      (view) => [paths.overview(view)],
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/accessibility' as const,
    ...opens(
      'Accessibility statement',
      lazyPart(() => import('./routes/AccessibilityRoute.tsx').then((part) => part.AccessibilityRoute)),
    ),
  }),
])

/** `history` is the browser's own unless a test brings another. */
export function createAppRouter(client: QueryClient, history?: RouterHistory) {
  forgetRequests()
  return createRouter({
    routeTree,
    context: { client },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    ...(history && { history }),
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
