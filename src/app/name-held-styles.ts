import { heldStyles } from '../api/drawn-readings.ts'

/**
 * Names the styles that stand in a drawn page where code that comes later looks for those it need not fetch. They are
 * switched off, so the browser does not fetch them either; in the page as it is sent it would, ahead of reading that.
 */
export function nameHeldStyles(): void {
  const held = document.querySelector(`style[${heldStyles}]`)?.getAttribute(heldStyles) ?? ''
  for (const file of held.split(' ').filter(Boolean)) {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.setAttribute('disabled', '')
    link.setAttribute('href', file)
    document.head.append(link)
  }
}
