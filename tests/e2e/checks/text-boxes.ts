import type { Page } from '@playwright/test'

/** Edges in CSS pixels of the page. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** One line of text as it stands on the page, HTML and SVG alike. */
export interface TextBox {
  text: string
  /** its element and the part of the page around it */
  place: string
  /** lines of one piece of text share it */
  piece: number
  /** the opaque sheet, such as an open menu, on which it lies over the page; -1 for the page itself */
  sheet: number
  /** where the letters are: from ascender to descender, without the leading */
  ink: Box
  /** where letters can be seen; beyond it they are cut, for good */
  room: Box
  /** the part of the ink that scrolling regions show just now */
  shown: Box
}

/** A region in which a reader must scroll sideways. */
interface SidewaysRegion {
  place: string
  name: string
  takesFocus: boolean
}

export interface PageText {
  boxes: TextBox[]
  /** labels and buttons on more lines than they have words: set letter by letter */
  spelled: string[]
  sideways: SidewaysRegion[]
}

/** Reads every line of text of the page, or of the dialog that lies over it, once its layout has come to rest. */
export async function readPageText(page: Page): Promise<PageText> {
  await page.evaluate(restOfLayout)
  // as one text: thousands of boxes handed over one by one take longer than reading them
  const read: PageText = JSON.parse(await page.evaluate(readText))
  return read
}

/** Runs in the browser: waits until nothing has changed its place for some frames. */
async function restOfLayout(): Promise<void> {
  await document.fonts.ready
  const look = () => {
    const last = [...document.querySelectorAll('main *, footer')].at(-1)?.getBoundingClientRect()
    return [document.querySelectorAll('*').length, document.body.scrollHeight, last?.left, last?.top].join()
  }
  let before = ''
  for (let same = 0; same < 4; ) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const now = look()
    same = now === before ? same + 1 : 0
    before = now
  }
}

/**
 * Runs in the browser, so it may use nothing from outside itself. Text for listeners alone and closed folds are
 * left out; a field counts with what is written in it.
 */
function readText(): string {
  // shares of a line of Source Sans 3 above its ascenders and below its descenders
  const aboveInk = 0.21
  const belowInk = 0.05
  const far = 1e6
  const root = document.querySelector('dialog:modal') ?? document.body

  /** Asks once of each element: the page stands still, and each line of text asks of everything around it. */
  const once = <Answer>(ask: (element: Element) => Answer) => {
    const answers = new Map<Element, Answer>()
    return (element: Element): Answer => {
      const known = answers.get(element)
      if (known !== undefined) return known
      const answer = ask(element)
      answers.set(element, answer)
      return answer
    }
  }
  const onPage = ({ left, top, right, bottom }: Box): Box => ({
    left: left + scrollX,
    top: top + scrollY,
    right: right + scrollX,
    bottom: bottom + scrollY,
  })
  const meet = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  /** The inside of the border. */
  const insideOf = once((element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    return {
      left: left + Number.parseFloat(style.borderLeftWidth),
      right: right - Number.parseFloat(style.borderRightWidth),
      top: top + Number.parseFloat(style.borderTopWidth),
      bottom: bottom - Number.parseFloat(style.borderBottomWidth),
    }
  })
  /** With no edge the way that is not asked for. */
  const inside = (element: Element, isX: boolean, isY: boolean): Box => {
    if (!isX && !isY) return { left: -far, top: -far, right: far, bottom: far }
    const { left, top, right, bottom } = insideOf(element)
    return {
      left: isX ? left : -far,
      right: isX ? right : far,
      top: isY ? top : -far,
      bottom: isY ? bottom : far,
    }
  }
  const styleOf = once((element) => {
    const { overflowX, overflowY, position, display, clipPath, backgroundColor } = getComputedStyle(element)
    return { overflowX, overflowY, position, display, clipPath, backgroundColor }
  })
  const canCut = (element: Element) =>
    element instanceof SVGElement
      ? element instanceof SVGSVGElement
      : element !== document.body &&
        element !== document.documentElement &&
        styleOf(element).display !== 'inline'

  const limitsAround = once((text): { room: Box; view: Box } => {
    let room = { left: -far, top: -far, right: far, bottom: far }
    let view = room
    // beyond the edge of a region that scrolls nothing is cut: it comes later
    const scrolled = { x: false, y: false }
    let wantsPlaced = false
    for (let element: Element | null = text; element; element = element.parentElement) {
      const { overflowX, overflowY, position } = styleOf(element)
      const isPassed = wantsPlaced && position === 'static'
      if (!isPassed && canCut(element)) {
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
        room = meet(room, inside(element, cuts(overflowX) && !scrolled.x, cuts(overflowY) && !scrolled.y))
        view = meet(view, inside(element, scrolls(overflowX), scrolls(overflowY)))
        scrolled.x ||= scrolls(overflowX)
        scrolled.y ||= scrolls(overflowY)
      }
      if (!isPassed && element instanceof HTMLElement) wantsPlaced = position === 'absolute'
      if (position === 'fixed') break
    }
    const width = { left: 0, right: document.documentElement.clientWidth, top: -far, bottom: far }
    return { room: scrolled.x ? room : meet(room, width), view }
  })

  const isForListeners: (element: Element) => boolean = once((element) => {
    if (element === document.body) return false
    const { clipPath, position } = styleOf(element)
    const { width, height } = element.getBoundingClientRect()
    const isTiny = position === 'absolute' && width <= 1 && height <= 1
    if (isTiny || clipPath === 'inset(50%)') return true
    return element.parentElement !== null && isForListeners(element.parentElement)
  })
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isForListeners(element)

  const nameOf = (element: Element) => [element.localName, ...element.classList].join('.')
  const placeOf = once((element) => {
    const around = element.closest('section, figure, table, nav, dialog, header, footer, main')
    const title = around?.querySelector('h1, h2, h3, caption')?.textContent?.slice(0, 40) ?? ''
    return `${nameOf(element)} in ${around ? nameOf(around) : 'body'} ${title}`.trim()
  })

  const sheets = [...root.querySelectorAll('*')].filter((element) => {
    const { position, backgroundColor } = styleOf(element)
    return /absolute|fixed/.test(position) && !/^rgba\(.*, 0\)$/.test(backgroundColor)
  })
  const sheetOf = once((element) => sheets.findLastIndex((one) => one.contains(element)))
  const boxes: TextBox[] = []
  const add = (element: Element, text: string, piece: number, ink: Box) => {
    const { room, view } = limitsAround(element)
    const words = text.replace(/\s+/g, ' ').slice(0, 60)
    const sheet = sheetOf(element)
    const place = placeOf(element)
    const shown = onPage(meet(ink, view))
    boxes.push({ text: words, place, piece, sheet, ink: onPage(ink), room: onPage(room), shown })
  }

  const spelled: string[] = []
  const longestUsual = 12
  /** A word longer than any of ours may be broken; one of ours that is, stands where there is no room for it. */
  const noteIfSpelled = (element: Element, text: string, tops: readonly number[]) => {
    const words = text.split(/[\s/-]+/)
    if (!element.closest('label, button, summary') || words.some(({ length }) => length > longestUsual))
      return
    if (new Set(tops.map(Math.round)).size > words.length) spelled.push(`"${text}" at ${placeOf(element)}`)
  }

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let piece = 1; walker.nextNode(); piece += 1) {
    const text = walker.currentNode.textContent?.trim() ?? ''
    const element = walker.currentNode.parentElement
    if (!text || !element || element.closest('script, style, title, option, textarea')) continue
    if (!isSeen(element)) continue
    range.selectNodeContents(walker.currentNode)
    const lines = [...range.getClientRects()].filter(({ width }) => width >= 0.5)
    noteIfSpelled(
      element,
      text,
      lines.map(({ top }) => top),
    )
    for (const { left, top, right, bottom } of lines) {
      const height = bottom - top
      add(element, text, piece, {
        left,
        right,
        top: top + aboveInk * height,
        bottom: bottom - belowInk * height,
      })
    }
  }

  const pen = document.createElement('canvas').getContext('2d')
  const fields = root.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'select, input:not([type=checkbox], [type=radio])',
  )
  for (const [index, field] of [...fields].entries()) {
    if (!pen || !isSeen(field)) continue
    const style = getComputedStyle(field)
    // not the shorthand: it is empty where figures are tabular, which it has no word for
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    pen.letterSpacing = style.letterSpacing
    pen.wordSpacing = style.wordSpacing
    const written = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.text : field.placeholder
    const { left, top, bottom, right } = field.getBoundingClientRect()
    const start = left + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft)
    // a list keeps room for its arrow, as Chromium draws it
    const end = right - Number.parseFloat(style.paddingRight) - (field instanceof HTMLSelectElement ? 16 : 0)
    const ink = {
      left: start,
      top: top + 8,
      right: start + pen.measureText(written ?? '').width,
      bottom: bottom - 8,
    }
    add(field, written ?? '', -index, ink)
    const box = boxes.at(-1)
    if (box) box.room = meet(box.room, onPage({ left: -far, top: -far, right: end, bottom: far }))
  }

  const sideways = [...root.querySelectorAll<HTMLElement>('*')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .filter((element) => /auto|scroll/.test(styleOf(element).overflowX) && isSeen(element))
    .map((element) => ({
      place: placeOf(element),
      name: element.ariaLabel ?? element.getAttribute('aria-labelledby') ?? '',
      takesFocus: element.tabIndex >= 0,
    }))
  return JSON.stringify({ boxes, spelled, sideways } satisfies PageText)
}
