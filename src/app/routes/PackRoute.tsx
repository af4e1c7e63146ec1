import { packPageSearchShape } from '../../exhibits/pack/pack-search.ts'
import { PackPage } from '../../features/pack/PackPage.tsx'
import { page } from '../page.tsx'

export const PackRoute = page(packPageSearchShape, PackPage)
