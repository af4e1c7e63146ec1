import { MethodsPage } from '../../features/methods/MethodsPage.tsx'
import { page } from '../page.tsx'

export const MethodsRoute = page({}, MethodsPage)
