import { SafeguardingPage } from '../../features/themes/SafeguardingPage.tsx'
import { safeguardingSearchShape } from '../../features/themes/safeguarding-search.ts'
import { page } from '../page.tsx'

export const SafeguardingRoute = page(safeguardingSearchShape, SafeguardingPage)
