import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router'
import { previewBase } from '../api/preview.ts'
import { forgetRequests, paths } from '../api/requests.ts'
import { OverviewPage } from '../features/overview/OverviewPage.tsx'
import { overviewSearchShape } from '../features/overview/overview-search.ts'
import { lazyPart } from '../ui/lazy-part.ts'
import { arriving, opens } from './opens.tsx'
import { page } from './page.tsx'
import { readsOfActions, readsOfBriefing, readsOfChanges, readsOfMeasure, readsOfPack } from './reads.ts'
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
  notFoundComponent: arriving(
    'Page not found',
    lazyPart(() => import('./routes/NotFoundRoute.tsx').then((part) => part.NotFoundRoute)),
  ),
  validateSearch: (search: ViewOfLink): RawSearch => asWritten(search),
  search: { middlewares: [({ search, next }) => keepView(search, next(search))] },
})

const getParentRoute = () => rootRoute

/**
 * Every page: its address, its name until its code has come, its code, which says what its address may say, and what
 * it reads first. Code and readings are asked for as soon as the address is known; the overview's code alone comes
 * with the app. Each row stands by itself: inside the list, its path would be any text, and no link checked.
 */
const overview = createRoute({
  getParentRoute,
  path: '/',
  ...opens('Overview', page(overviewSearchShape, OverviewPage), (view) => [paths.overview(view)]),
})

const measure = createRoute({
  getParentRoute,
  path: '/kpis/$id',
  ...opens(
    'Measure',
    lazyPart(() => import('./routes/MeasureRoute.tsx').then((part) => part.MeasureRoute)),
    readsOfMeasure,
  ),
})

const briefing = createRoute({
  getParentRoute,
  path: '/briefing/$id',
  ...opens(
    'Briefing',
    lazyPart(() => import('./routes/BriefingRoute.tsx').then((part) => part.BriefingRoute)),
    readsOfBriefing,
  ),
})

const safeguarding = createRoute({
  getParentRoute,
  path: '/safeguarding',
  ...opens(
    'Safeguarding themes',
    lazyPart(() => import('./routes/SafeguardingRoute.tsx').then((part) => part.SafeguardingRoute)),
    (view) => [paths.kpis(view), paths.signals(view)],
  ),
})

const plan = createRoute({
  getParentRoute,
  path: '/plan',
  ...opens(
    'Improvement plan',
    lazyPart(() => import('./routes/PlanRoute.tsx').then((part) => part.PlanRoute)),
    (view) => [paths.plan(view), paths.kpis(view)],
  ),
})

const emerging = createRoute({
  getParentRoute,
  path: '/emerging',
  ...opens(
    'Emerging issues',
    lazyPart(() => import('./routes/EmergingRoute.tsx').then((part) => part.EmergingRoute)),
    (view) => [paths.signals(view), paths.kpis(view)],
  ),
})

const actions = createRoute({
  getParentRoute,
  path: '/actions',
  ...opens(
    'Actions',
    lazyPart(() => import('./routes/ActionsRoute.tsx').then((part) => part.ActionsRoute)),
    readsOfActions,
  ),
})

const changes = createRoute({
  getParentRoute,
  path: '/changes',
  ...opens(
    'Since last time',
    lazyPart(() => import('./routes/ChangesRoute.tsx').then((part) => part.ChangesRoute)),
    readsOfChanges,
  ),
})

const pack = createRoute({
  getParentRoute,
  path: '/pack',
  ...opens(
    'Pack',
    lazyPart(() => import('./routes/PackRoute.tsx').then((part) => part.PackRoute)),
    readsOfPack,
  ),
})

const present = createRoute({
  getParentRoute,
  path: '/present',
  ...opens(
    'Presentation',
    lazyPart(() => import('./routes/PresentRoute.tsx').then((part) => part.PresentRoute)),
    readsOfPack,
  ),
})

const data = createRoute({
  getParentRoute,
  path: '/data',
  ...opens(
    'Data quality',
    lazyPart(() => import('./routes/DataRoute.tsx').then((part) => part.DataRoute)),
    (view) => [paths.dataQuality(view)],
  ),
})

const load = createRoute({
  getParentRoute,
  path: '/load',
  ...opens(
    'Load',
    lazyPart(() => import('./routes/DeskRoutes.tsx').then((part) => part.LoadRoute)),
  ),
})

const audit = createRoute({
  getParentRoute,
  path: '/audit',
  ...opens(
    'Audit',
    lazyPart(() => import('./routes/DeskRoutes.tsx').then((part) => part.AuditRoute)),
  ),
})

const definitions = createRoute({
  getParentRoute,
  path: '/definitions',
  ...opens(
    'Definitions',
    lazyPart(() => import('./routes/DefinitionsRoute.tsx').then((part) => part.DefinitionsRoute)),
    (view) => [paths.kpis(view)],
  ),
})

const methods = createRoute({
  getParentRoute,
  path: '/methods',
  ...opens(
    'How figures are made',
    lazyPart(() => import('./routes/MethodsRoute.tsx').then((part) => part.MethodsRoute)),
    (view) => [paths.overview(view)],
  ),
})

const accessibility = createRoute({
  getParentRoute,
  path: '/accessibility',
  ...opens(
    'Accessibility statement',
    lazyPart(() => import('./routes/AccessibilityRoute.tsx').then((part) => part.AccessibilityRoute)),
  ),
})

const routeTree = rootRoute.addChildren([
  overview,
  measure,
  briefing,
  safeguarding,
  plan,
  emerging,
  actions,
  changes,
  pack,
  present,
  data,
  load,
  audit,
  definitions,
  methods,
  accessibility,
])

/** `history` is the browser's own unless a test brings another. */
export function createAppRouter(client: QueryClient, history?: RouterHistory) {
  forgetRequests()
  return createRouter({
    routeTree,
    context: { client },
    basepath: previewBase() || '/',
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    ...(history && { history }),
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
