import type { Page } from '@playwright/test'

/**
 * What is bad to listen to though every name is there: a cell that says nothing, words that stand apart to the eye
 * and run together to the ear, a description that is read again as text, a status without words as a stop, an
 * exhibit without a heading, an id where a name should be, a word inside an image, which Firefox reads for its name.
 */
export async function faultsOfListening(page: Page): Promise<string[]> {
  const { ids } = await page.evaluate(async () => {
    const held = performance
      .getEntriesByType('resource')
      .map(({ name }) => /[?/](?:kpis|series)[/=]([a-z0-9-]+)/.exec(name)?.[1])
    const linked = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/kpis/"]')].map(
      ({ pathname }) => pathname.split('/').at(-1),
    )
    return { ids: [...new Set([...held, ...linked])].filter((id) => id?.includes('-')) }
  })
  return page.evaluate((measures) => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const isHeard = (element: Element) =>
      isShown(element) && !element.closest('[aria-hidden="true"], [inert]')
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter(isHeard)
    /** what is heard of it */
    const heard = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof Element) || !isHeard(node)) return ''
      return node.getAttribute('aria-label') ?? [...node.childNodes].map(heard).join('')
    }
    const says = (element: Element) => heard(element).replaceAll(/\s+/g, ' ').trim()
    const of = (element: Element) => `${element.outerHTML.slice(0, 90)} … ${says(element).slice(0, 60)}`

    const blank = all('td, th, [role=cell], [role=columnheader], [role=rowheader]').filter(
      (cell) => says(cell) === '',
    )
    // but for what is on its way, which goes by itself: Orca stops at a status, and leaves its words out
    const stops = all('[role=status], [role=alert], [role=log]').filter(
      (region) =>
        says(region) === '' || (region.role === 'status' && !/^(Loading|Drawing|Opening)/.test(says(region))),
    )
    const again = all('[aria-describedby]').filter((element) =>
      (element.getAttribute('aria-describedby') ?? '').split(' ').some((id) => {
        const words = document.getElementById(id)
        // beside a field it is read with it; of a picture or region it would be read twice over
        return words && isHeard(words) && !element.matches('input, select, textarea, button, fieldset')
      }),
    )
    const unheaded = all('main section').filter(
      (section) =>
        section.querySelector('[class*="menu"] summary') &&
        !section.querySelector('h1, h2, h3') &&
        !section.closest('dialog'),
    )
    const withId = [...all('main *, [role=status]'), document.querySelector('title')].filter((element) => {
      if (!element || (element.children.length > 0 && !element.hasAttribute('aria-label'))) return false
      const words = (element.getAttribute('aria-label') ?? element.textContent).toLowerCase()
      return (
        !/https?:/.test(words) &&
        measures.some((id) => new RegExp(`(^|[^a-z0-9/-])${id}($|[^a-z0-9-])`).test(words))
      )
    })

    const inImages = all('[role=img] *').filter((element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
    )

    /** inline text beside inline text on one line, with room between them that no space or stop stands for */
    const together: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const block = (node: Node) => {
      let element = node.parentElement
      while (element && getComputedStyle(element).display.startsWith('inline'))
        element = element.parentElement
      return element
    }
    let before: Text | null = null
    while (walker.nextNode()) {
      const text = walker.currentNode
      if (!(text instanceof Text) || !text.parentElement || !isHeard(text.parentElement)) continue
      if (text.parentElement.closest('svg, script, style, select')) continue
      if (before && before.parentElement !== text.parentElement && block(before) === block(text)) {
        const isApart = /\s$/.test(before.data) || /^\s/.test(text.data)
        const boxes = [before, text].map((one) => {
          const range = document.createRange()
          range.selectNodeContents(one)
          return [...range.getClientRects()]
        })
        const [left, right] = [boxes[0]?.at(-1), boxes[1]?.[0]]
        if (!isApart && left && right && left.width > 1 && right.width > 1) {
          const isGap = right.left - left.right > 2 || right.top >= left.bottom - 2
          if (isGap) together.push(`${before.data.slice(-40)}|${text.data.slice(0, 40)}`)
        }
      }
      before = text
    }
    return [
      ...blank.map((one) => `a cell says nothing: ${of(one)}`),
      ...stops.map((one) => `a stop that says nothing: ${of(one)}`),
      ...again.map((one) => `read twice: ${of(one)}`),
      ...unheaded.map((one) => `an exhibit has no heading: ${of(one)}`),
      ...withId.map((one) => `an id for a name: ${one ? of(one) : ''}`),
      ...inImages.map((one) => `read inside an image: ${of(one)}`),
      ...together.map((words) => `run together: ${words}`),
    ]
  }, ids)
}
