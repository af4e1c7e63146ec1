import { EmergingPage } from '../../features/emerging/EmergingPage.tsx'
import { emergingSearchShape } from '../../features/emerging/emerging-search.ts'
import { page } from '../page.tsx'

export const EmergingRoute = page(emergingSearchShape, EmergingPage)
