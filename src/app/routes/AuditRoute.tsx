import { AuditPage } from '../../features/audit/AuditPage.tsx'
import { auditSearchShape } from '../../features/audit/audit-search.ts'
import { page } from '../page.tsx'

export const AuditRoute = page(auditSearchShape, AuditPage)
