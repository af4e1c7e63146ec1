import { AuditPage } from '../../features/audit/AuditPage.tsx'
import { auditSearchShape } from '../../features/audit/audit-search.ts'
import { LoadPage } from '../../features/load/LoadPage.tsx'
import { loadSearchShape } from '../../features/load/load-search.ts'
import { page } from '../page.tsx'

export { NoEdition } from './NoEdition.tsx'

// in one part: each part is named in the first one, which every reader fetches
export const LoadRoute = page(loadSearchShape, LoadPage)
export const AuditRoute = page(auditSearchShape, AuditPage)
