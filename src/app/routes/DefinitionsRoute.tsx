import { DefinitionsPage } from '../../features/definitions/DefinitionsPage.tsx'
import { definitionsSearchShape } from '../../features/definitions/definitions-search.ts'
import { page } from '../page.tsx'

export const DefinitionsRoute = page(definitionsSearchShape, DefinitionsPage)
