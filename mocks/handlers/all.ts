import { actionsHandlers } from './actions.ts'
import { analysisHandlers } from './analysis.ts'
import { changesHandlers } from './changes.ts'
import { commentaryHandlers } from './commentary.ts'
import { dataQualityHandlers } from './data-quality.ts'
import { editionHandlers } from './editions.ts'
import { kpiHandlers } from './kpis.ts'
import { organisationHandlers } from './organisation.ts'
import { overviewHandlers } from './overview.ts'
import { packHandlers } from './packs.ts'
import { planHandlers } from './plan.ts'
import { seriesHandlers } from './series.ts'
import { sessionHandlers } from './session.ts'
import { signalsHandlers } from './signals.ts'

export const handlers = [
  ...sessionHandlers,
  ...organisationHandlers,
  ...editionHandlers,
  ...kpiHandlers,
  ...seriesHandlers,
  ...overviewHandlers,
  ...planHandlers,
  ...actionsHandlers,
  ...commentaryHandlers,
  ...analysisHandlers,
  ...signalsHandlers,
  ...changesHandlers,
  ...dataQualityHandlers,
  ...packHandlers,
]
