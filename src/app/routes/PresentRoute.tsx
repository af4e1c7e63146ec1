import { PresentPage } from '../../features/present/PresentPage.tsx'
import { presentSearchShape } from '../../features/present/present-search.ts'
import { page } from '../page.tsx'

export const PresentRoute = page(presentSearchShape, PresentPage)
