import { createRootRoute, createRoute, createRouter, type RouterHistory } from '@tanstack/react-router'
import { AccessibilityRoute } from './routes/AccessibilityRoute.tsx'
import { ActionsRoute } from './routes/ActionsRoute.tsx'
import { BriefingRoute } from './routes/BriefingRoute.tsx'
import { ChangesRoute } from './routes/ChangesRoute.tsx'
import { DataRoute } from './routes/DataRoute.tsx'
import { DefinitionsRoute } from './routes/DefinitionsRoute.tsx'
import { EmergingRoute } from './routes/EmergingRoute.tsx'
import { MeasureRoute } from './routes/MeasureRoute.tsx'
import { MethodsRoute } from './routes/MethodsRoute.tsx'
import { NotFoundRoute } from './routes/NotFoundRoute.tsx'
import { OverviewRoute } from './routes/OverviewRoute.tsx'
import { PackRoute } from './routes/PackRoute.tsx'
import { PlanRoute } from './routes/PlanRoute.tsx'
import { PresentRoute } from './routes/PresentRoute.tsx'
import { SafeguardingRoute } from './routes/SafeguardingRoute.tsx'
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

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: OverviewRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/kpis/$id', component: MeasureRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/briefing/$id', component: BriefingRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/safeguarding', component: SafeguardingRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/plan', component: PlanRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/emerging', component: EmergingRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/actions', component: ActionsRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/changes', component: ChangesRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/pack', component: PackRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/present', component: PresentRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/data', component: DataRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/definitions', component: DefinitionsRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/methods', component: MethodsRoute }),
  createRoute({ getParentRoute: () => rootRoute, path: '/accessibility', component: AccessibilityRoute }),
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
