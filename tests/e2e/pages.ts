import type { Page } from '@playwright/test'
import { expect } from '../support/browser-test.ts'
import { settled } from '../support/settled.ts'
import { type FailingReplies, waysToFail } from './failing-replies.ts'

/** A page and how a reader knows that it is ready. */
export interface Visit {
  name: string
  path: string
  ready: (page: Page) => Promise<void>
  /** stands alone in the window, without masthead and foot */
  isBare?: true
  /** begins sheets of its own accord, as a pack does with each item */
  beginsSheets?: true
  /** is looked at while something of it is still on its way */
  isLoading?: true
}

/** Something to look at has its heading, and nothing of it is on its way any more. */
export async function arrived(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await settled(page)
}

export async function open(page: Page, address: string, { path, ready, isLoading }: Visit) {
  await page.goto(address + path)
  await ready(page)
  if (!isLoading) await arrived(page)
}

const within = { timeout: 150_000 }
const heading = (text: RegExp) => (page: Page) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(text, within)
const says = (text: RegExp) => (page: Page) =>
  expect(page.getByRole('main').getByText(text).first()).toBeVisible(within)

/** Every page of the product, in the states that its readers meet most. */
export const pages: Visit[] = [
  { name: 'overview', path: '/', ready: heading(/need attention/) },
  {
    name: 'overview, filtered',
    path: '/?theme=waiting&standing=behind&sort=plan',
    ready: heading(/measures/),
  },
  {
    name: 'overview, what needs attention',
    path: '/?signal=attention&sort=attention',
    ready: heading(/measures/),
  },
  { name: 'overview, nothing found', path: '/?find=zzzz', ready: says(/no measure/i) },
  { name: 'measure', path: '/kpis/ot-waiting', ready: heading(/OT assessment/i) },
  { name: 'measure as a table', path: '/kpis/ot-waiting?view=table', ready: heading(/OT assessment/i) },
  { name: 'measure by age', path: '/kpis/ot-waiting?dimension=age', ready: heading(/OT assessment/i) },
  {
    name: 'measure by ethnic group, with the gap between groups',
    path: '/kpis/care-act-within-28?dimension=ethnicity',
    ready: says(/everybody else/),
  },
  { name: 'before presenting', path: '/present?kpi=ot-waiting', ready: heading(/1 item to present/) },
  { name: 'nothing to present', path: '/present', ready: heading(/nothing to present/) },
  { name: 'measure of categories', path: '/kpis/sg-type', ready: heading(/Enquiries by type of abuse/) },
  {
    name: 'overdue measure',
    path: '/kpis/financial-waiting',
    ready: heading(/Awaiting financial assessment/),
  },
  { name: 'quarterly measure', path: '/kpis/contract-reviews', ready: heading(/Contract reviews done/) },
  {
    name: 'briefing',
    path: '/briefing/ot-waiting',
    ready: heading(/OT assessment/i),
    isBare: true,
    beginsSheets: true,
  },
  {
    name: 'briefing of four measures',
    path: '/briefing/ot-waiting?also=dp-clients,contract-reviews,unallocated-high',
    ready: heading(/OT assessment/i),
    isBare: true,
    beginsSheets: true,
  },
  { name: 'safeguarding themes', path: '/safeguarding', ready: says(/tested series of these themes/) },
  {
    name: 'safeguarding themes, asked for towns',
    path: '/safeguarding?type=Self-neglect',
    ready: says(/never in the protected set/),
  },
  { name: 'improvement plan', path: '/plan', ready: heading(/milestones are complete/) },
  {
    name: 'improvement plan, done without effect',
    path: '/plan?impact=no-effect&sort=slip',
    ready: says(/of \d+ milestones shown/),
  },
  {
    name: 'improvement plan, nothing found',
    path: '/plan?impact=no-effect&delivery=late',
    ready: says(/No milestone matches/),
  },
  { name: 'emerging issues', path: '/emerging', ready: heading(/tested series show a recent change/) },
  {
    name: 'emerging issues of one place',
    path: '/emerging?find=Greenford&meaning=concern',
    ready: says(/flagged series of \d+ shown/),
  },
  { name: 'emerging issues, nothing found', path: '/emerging?find=zzzz', ready: says(/No flagged series/) },
  { name: 'how figures are made', path: '/methods', ready: says(/Step by step/) },
  { name: 'actions', path: '/actions', ready: heading(/still to be settled/) },
  {
    name: 'actions of one board, as one list',
    path: '/actions?board=HASSP&group=none&status=unsettled',
    ready: says(/of \d+ actions shown/),
  },
  {
    name: 'actions, nothing found',
    path: '/actions?board=Cabinet&overdue=yes',
    ready: says(/No action matches/),
  },
  {
    name: 'actions of today',
    path: '/actions?log=live',
    ready: says(/The log as it is today|What was released with the newest edition/),
  },
  { name: 'since last time', path: '/changes', ready: heading(/^Since August 2025/) },
  {
    name: 'since an earlier edition',
    path: '/changes?from=1&theme=direct-payments',
    ready: heading(/^Since May 2025/),
  },
  {
    name: 'changes of the first edition',
    path: '/changes?edition=1',
    ready: says(/Nothing to compare with/),
  },
  { name: 'data quality', path: '/data', ready: heading(/counts as unknown/) },
  {
    name: 'data quality, nothing found',
    path: '/data?theme=safeguarding&show=revised',
    ready: says(/No measure matches/),
  },
  { name: 'the desk, for the panel', path: '/load', ready: says(/The desk is the analyst's/) },
  { name: 'the audit, for the panel', path: '/audit', ready: says(/The audit is for the analyst/) },
  { name: 'definitions', path: '/definitions', ready: heading(/What each measure counts/) },
  { name: 'pack, empty', path: '/pack', ready: heading(/Your pack is empty/) },
  {
    name: 'pack of a link',
    path: '/pack?items=1i1YKTi4qLcnMq1QoSMxLzdFRMDRR8E8uyU9KLVLSiVbyLEnNVTAFsUqKUvNSlHSU8kt0yxMzgTrSlWJjYwE',
    ready: says(/People waiting, month end/),
    beginsSheets: true,
  },
  { name: 'accessibility statement', path: '/accessibility', ready: heading(/Who can use this dashboard/) },
]

/** A state in which replies do not come, or not as they should. */
interface FailingVisit extends Visit {
  /** what fails of the API and how */
  fails: FailingReplies
}

interface FailingPage {
  page: string
  path: string
  resources: readonly string[]
  /** what the page then says */
  shows: Partial<Record<FailingReplies['how'], Visit['ready']>>
}

const namesOfFailures = {
  '503': 'service not available',
  malformed: 'malformed reply',
  forbidden: 'officers only',
  slow: 'still loading',
} as const

const usual: FailingPage['shows'] = {
  '503': says(/could not be read/),
  malformed: says(/could not be read/),
  forbidden: says(/officers only/),
  slow: says(/loading/i),
}

const failingPages: FailingPage[] = [
  {
    page: 'measure',
    path: '/kpis/ot-waiting',
    resources: ['series', 'analysis'],
    shows: usual,
  },
  {
    page: 'measure, comments',
    path: '/kpis/ot-waiting',
    resources: ['commentary'],
    shows: { '503': says(/comments could not be read/) },
  },
  {
    page: 'overview',
    path: '/',
    resources: ['overview'],
    shows: usual,
  },
  {
    page: 'safeguarding themes',
    path: '/safeguarding',
    resources: ['signals'],
    shows: {
      '503': says(/safeguarding themes could not be read/),
      forbidden: says(/officers only/),
      slow: says(/loading/i),
    },
  },
  {
    page: 'safeguarding themes, figures',
    path: '/safeguarding',
    resources: ['series'],
    shows: { '503': says(/figures: types of abuse could not be read/) },
  },
  { page: 'improvement plan', path: '/plan', resources: ['plan'], shows: usual },
  { page: 'emerging issues', path: '/emerging', resources: ['signals'], shows: usual },
  { page: 'actions', path: '/actions', resources: ['actions'], shows: usual },
  { page: 'changes', path: '/changes', resources: ['changes'], shows: usual },
  { page: 'data quality', path: '/data', resources: ['data-quality'], shows: usual },
]

/** States in which replies fail on their way from the data service, those of each page together. */
export const failuresOnTheWay: { page: string; states: FailingVisit[] }[] = failingPages.map(
  ({ page, path, resources, shows }) => ({
    page,
    states: waysToFail.flatMap((how): FailingVisit[] => {
      const ready = shows[how]
      if (!ready) return []
      const isLoading = how === 'slow' && ({ isLoading: true } as const)
      return [{ name: namesOfFailures[how], path, ready, fails: { resources, how }, ...isLoading }]
    }),
  }),
)

/** An edition that holds nothing of a kind: the mock works out what is then answered, asked by its address. */
export const nothingHeld: Visit[] = [
  { name: 'measure, no figures', path: '/kpis/error-empty', ready: says(/no (data|figures)/i) },
  {
    name: 'measure, no comments',
    path: '/kpis/ot-waiting#fail=commentary-empty',
    ready: says(/No comment on this measure was approved/),
  },
  { name: 'overview, no measures', path: '/#fail=overview-empty', ready: heading(/holds no measures/) },
  {
    name: 'improvement plan, no milestones',
    path: '/plan#fail=plan-empty',
    ready: heading(/holds no milestones/),
  },
  {
    name: 'emerging issues, nothing tested',
    path: '/emerging#fail=signals-empty',
    ready: heading(/No series could be tested/),
  },
  { name: 'actions, none', path: '/actions#fail=actions-empty', ready: heading(/holds no actions/) },
  {
    name: 'changes, nothing changed',
    path: '/changes#fail=changes-empty',
    ready: heading(/Nothing has changed/),
  },
  {
    name: 'data quality, no measures',
    path: '/data#fail=data-quality-empty',
    ready: heading(/holds no measures/),
  },
]

/** Addresses that ask for what is not there. */
export const badAddresses: Visit[] = [
  { name: 'a page that does not exist', path: '/kpi-of-nothing', ready: heading(/no page at this address/) },
  { name: 'an unknown measure', path: '/kpis/ot-wating', ready: heading(/no measure/i) },
  {
    name: 'briefing of a measure without a total',
    path: '/briefing/sg-type',
    ready: says(/choose one of its categories/),
  },
  { name: 'a briefing of an unknown measure', path: '/briefing/ot-wating', ready: says(/no measure/i) },
  { name: 'an unknown edition', path: '/?edition=99', ready: says(/no edition "99"/) },
  { name: 'an edition that is no number', path: '/?edition=seven', ready: says(/no edition "seven"/) },
  { name: 'a pack that was cut', path: '/pack?items=1abc', ready: heading(/holds no pack/) },
  { name: 'an unknown parameter', path: '/?colour=red', ready: says(/left out: colour=red/) },
  {
    name: 'an edition that does not come before',
    path: '/changes?from=7',
    ready: says(/no edition 7 before/),
  },
  { name: 'a bad value', path: '/?sort=sideways', ready: says(/left out: sort=sideways/) },
  {
    name: 'a bad value of a measure',
    path: '/kpis/ot-waiting?from=2025-13',
    ready: says(/left out: from=2025-13/),
  },
]
