import { type ApiUnderCheck, type Fetch, NoReply, NotReadable, openApi } from './api-under-check.ts'
import { checkImmutable, checkNotStored, checkRevalidated } from './check-caching.ts'
import {
  checkBadParameters,
  checkForbidden,
  checkUnknownEdition,
  checkUnknownKpi,
  checkUnknownPack,
} from './check-errors.ts'
import { checkEditions, checkOneEdition, checkOrganisation, checkSession } from './check-identity.ts'
import { checkOverviewAgrees } from './check-overview.ts'
import { checkPlanReferences } from './check-plan.ts'
import {
  checkProtectedDimensions,
  checkProtectedOverview,
  checkProtectedPlan,
  checkProtectedSeries,
} from './check-protection.ts'
import { checkLatestPeriods, checkNarrowing, checkSeries } from './check-series.ts'
import { checkKpis, checkLatest, checkOverviewShape, checkPlanShape } from './check-views.ts'
import type { CheckResult, Finding } from './finding.ts'

type Check = (api: ApiUnderCheck) => Promise<Finding[]>

/** The one contract suite. Names are statements that hold of an API that the app can use. */
export const contractChecks: Readonly<Record<string, Check>> = {
  'the session says who is asking': checkSession,
  'the organisation is named': checkOrganisation,
  'editions are listed newest first': checkEditions,
  'one edition reads as it is listed': checkOneEdition,
  'measures are described': checkKpis,
  'the newest edition answers to "latest"': checkLatest,
  'series are in order and hold listed members': checkSeries,
  'latest periods are those of the series': checkLatestPeriods,
  'from, to and member narrow a series': checkNarrowing,
  'the overview is whole': checkOverviewShape,
  'the plan is whole': checkPlanShape,
  'the overview says what the other resources say': checkOverviewAgrees,
  'what the plan names exists': checkPlanReferences,
  'protected series hold no exact figure': checkProtectedSeries,
  'the protected overview holds no exact figure': checkProtectedOverview,
  'protected measures have no dimension for officers': checkProtectedDimensions,
  'the protected plan holds nothing for officers': checkProtectedPlan,
  'exact figures are for officers': checkForbidden,
  'an unknown edition is not found': checkUnknownEdition,
  'an unknown measure is not found': checkUnknownKpi,
  'an unknown pack is not found': checkUnknownPack,
  'a bad parameter is named': checkBadParameters,
  'pinned protected replies are immutable': checkImmutable,
  'what may change is asked for again': checkRevalidated,
  'what is confidential is not stored': checkNotStored,
}

/** What rests on a service that works something out, or refuses: files do neither, and their host chooses headers. */
const onlyOfServices: ReadonlySet<string> = new Set([
  'the newest edition answers to "latest"',
  'from, to and member narrow a series',
  'exact figures are for officers',
  'an unknown edition is not found',
  'an unknown measure is not found',
  'an unknown pack is not found',
  'a bad parameter is named',
  'pinned protected replies are immutable',
  'what may change is asked for again',
  'what is confidential is not stored',
])

export interface CheckOptions {
  /** files of a published edition, or a service that answers reads as it must and refuses nothing */
  isReadOnly?: boolean
  /** replies are files: decision 0068 */
  isOfFiles?: boolean
  /** how long one request may take */
  timeLimitSeconds: number
}

export const proposedTimeLimitSeconds = 5

/**
 * Runs every check against the API at `base` (the address that ends in /api/v1). Checks share replies, so
 * that each address is read once; a check whose ground could not be read is `not-run`, and another says why.
 */
export async function checkContract(
  fetch: Fetch,
  base: string,
  { timeLimitSeconds, isReadOnly = false, isOfFiles = false }: CheckOptions = {
    timeLimitSeconds: proposedTimeLimitSeconds,
  },
): Promise<CheckResult[]> {
  const api = openApi(fetch, base, timeLimitSeconds, isOfFiles)
  const told = new Set<Finding>()
  const results: CheckResult[] = []
  for (const [name, check] of Object.entries(contractChecks)) {
    if (isReadOnly && onlyOfServices.has(name)) continue
    results.push(await runCheck(name, check, api, told))
  }
  return results
}

async function runCheck(
  name: string,
  check: Check,
  api: ApiUnderCheck,
  told: Set<Finding>,
): Promise<CheckResult> {
  try {
    const findings = await check(api)
    return { name, outcome: findings.length ? 'failed' : 'passed', findings }
  } catch (error) {
    if (error instanceof NotReadable) return { name, outcome: 'not-run', findings: [] }
    if (!(error instanceof NoReply)) throw error
    // the same missing reply stops many checks: it is told once
    if (told.has(error.finding)) return { name, outcome: 'not-run', findings: [] }
    told.add(error.finding)
    return { name, outcome: 'failed', findings: [error.finding] }
  }
}

export function hasFindings(results: readonly CheckResult[]): boolean {
  return results.some(({ outcome }) => outcome !== 'passed')
}
