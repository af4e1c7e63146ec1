import { LoadPage } from '../../features/load/LoadPage.tsx'
import { loadSearchShape } from '../../features/load/load-search.ts'
import { page } from '../page.tsx'

export const LoadRoute = page(loadSearchShape, LoadPage)
