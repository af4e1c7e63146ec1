import { DataQualityPage } from '../../features/data/DataQualityPage.tsx'
import { dataQualitySearchShape } from '../../features/data/data-quality-search.ts'
import { page } from '../page.tsx'

export const DataRoute = page(dataQualitySearchShape, DataQualityPage)
