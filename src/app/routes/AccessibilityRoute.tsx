import { AccessibilityPage } from '../../features/accessibility/AccessibilityPage.tsx'
import { page } from '../page.tsx'

export const AccessibilityRoute = page({}, AccessibilityPage)
