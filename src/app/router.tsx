import { createRootRoute, createRoute, createRouter, type RouterHistory } from '@tanstack/react-router'
import { OverviewPage } from '../features/overview/OverviewPage.tsx'
import { overviewSearchShape } from '../features/overview/overview-search.ts'
import { lazyPart } from '../ui/lazy-part.ts'
import { arriving, page } from './page.tsx'
import { NotFoundRoute } from './routes/NotFoundRoute.tsx'
import { Shell } from './Shell.tsx'
import { parseSearch, type RawSearch, stringifySearch } from './search.ts'

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundRoute,
  // Kept as written: each page reads its own parameters (readSearch) and names the ones that it cannot use.
  validateSearch: (search: Record<string, unknown>): RawSearch =>
    Object.fromEntries(
      Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ),
})

const getParentRoute = () => rootRoute

/** Every page: its address, its name until its code has come, and what it is; the overview alone comes with the app. */
const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute, path: '/', component: page(overviewSearchShape, OverviewPage) }),
  createRoute({
    getParentRoute,
    path: '/kpis/$id',
    component: arriving(
      'Measure',
      lazyPart(() => import('./routes/MeasureRoute.tsx').then((part) => part.MeasureRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/briefing/$id',
    component: arriving(
      'Briefing',
      lazyPart(() => import('./routes/BriefingRoute.tsx').then((part) => part.BriefingRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/safeguarding',
    component: arriving(
      'Safeguarding themes',
      lazyPart(() => import('./routes/SafeguardingRoute.tsx').then((part) => part.SafeguardingRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/plan',
    component: arriving(
      'Improvement plan',
      lazyPart(() => import('./routes/PlanRoute.tsx').then((part) => part.PlanRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/emerging',
    component: arriving(
      'Emerging issues',
      lazyPart(() => import('./routes/EmergingRoute.tsx').then((part) => part.EmergingRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/actions',
    component: arriving(
      'Actions',
      lazyPart(() => import('./routes/ActionsRoute.tsx').then((part) => part.ActionsRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/changes',
    component: arriving(
      'Since last time',
      lazyPart(() => import('./routes/ChangesRoute.tsx').then((part) => part.ChangesRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/pack',
    component: arriving(
      'Pack',
      lazyPart(() => import('./routes/PackRoute.tsx').then((part) => part.PackRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/present',
    component: arriving(
      'Presentation',
      lazyPart(() => import('./routes/PresentRoute.tsx').then((part) => part.PresentRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/data',
    component: arriving(
      'Data quality',
      lazyPart(() => import('./routes/DataRoute.tsx').then((part) => part.DataRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/definitions',
    component: arriving(
      'Definitions',
      lazyPart(() => import('./routes/DefinitionsRoute.tsx').then((part) => part.DefinitionsRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/methods',
    component: arriving(
      'How figures are made',
      lazyPart(() => import('./routes/MethodsRoute.tsx').then((part) => part.MethodsRoute)),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/accessibility',
    component: arriving(
      'Accessibility statement',
      lazyPart(() => import('./routes/AccessibilityRoute.tsx').then((part) => part.AccessibilityRoute)),
    ),
  }),
])

/** `history` is the browser's own unless a test brings another. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
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
