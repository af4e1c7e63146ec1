import { PlanPage } from '../../features/plan/PlanPage.tsx'
import { planSearchShape } from '../../features/plan/plan-search.ts'
import { page } from '../page.tsx'

export const PlanRoute = page(planSearchShape, PlanPage)
