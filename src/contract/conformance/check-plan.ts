import { paths } from '../paths.ts'
import type { ApiUnderCheck } from './api-under-check.ts'
import { pinnedView, readKpis, readPlan } from './edition-under-check.ts'
import { type Finding, quote } from './finding.ts'

/** What the plan names exists: workstreams, measures; each milestone once; trajectories in order. */
export async function checkPlanReferences(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const plan = await readPlan(api, view)
  const measures = new Set((await readKpis(api, view)).kpis.map(({ id }) => id))
  const workstreams = new Set(plan.workstreams.map(({ id }) => id))
  const findings: Finding[] = []
  const fault = (path: string, message: string, remedy: string) =>
    findings.push({ resource: '/plan', address: paths.plan(view), path, message, remedy })
  const requireMeasure = (path: string, kpi: string | null) => {
    if (kpi === null || measures.has(kpi)) return
    fault(
      path,
      `is ${quote(kpi)}, a measure that /kpis does not list`,
      'Name a measure of the edition, or null.',
    )
  }
  const seen = new Set<string>()
  plan.milestones.forEach(({ id, kpi, workstream }, index) => {
    if (seen.has(id)) fault(`milestones[${index}].id`, `${id} comes twice`, 'Send each milestone once.')
    seen.add(id)
    requireMeasure(`milestones[${index}].kpi`, kpi)
    if (!workstreams.has(workstream)) {
      fault(
        `milestones[${index}].workstream`,
        `is ${quote(workstream)}, which workstreams does not list`,
        'List it.',
      )
    }
  })
  plan.trajectories.forEach(({ kpi, points }, index) => {
    requireMeasure(`trajectories[${index}].kpi`, kpi)
    points.forEach(({ period }, place) => {
      const before = points[place - 1]?.period
      if (before === undefined || before < period) return
      fault(
        `trajectories[${index}].points[${place}].period`,
        `of ${kpi}: ${period} comes after ${before}`,
        'Send each period once, in order.',
      )
    })
  })
  plan.interventions.forEach(({ kpi }, index) => {
    requireMeasure(`interventions[${index}].kpi`, kpi)
  })
  return findings
}
