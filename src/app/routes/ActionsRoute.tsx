import { ActionsPage } from '../../features/actions/ActionsPage.tsx'
import { actionsSearchShape } from '../../features/actions/actions-search.ts'
import { page } from '../page.tsx'

export const ActionsRoute = page(actionsSearchShape, ActionsPage)
