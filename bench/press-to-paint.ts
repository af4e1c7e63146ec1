import type { BrowserContext, Page } from '@playwright/test'

/** How many times slower than this machine the page's own processor is made. */
const slowedTimes = 4

/** Opens a page whose scripts, styles and layout run four times slower, ready to be pressed. */
export async function openSlowed(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes })
  await page.addInitScript(watchPresses)
  return page
}

export interface PressPainted {
  /** the next frame, as the browser's own event timing has it (what INP is made of): whether the page answers */
  answered: number
  /** the frame with the last thing that it changed: whether the outcome is there */
  settled: number
}

/**
 * Milliseconds from a key's press, as the browser stamps it, to two frames. The first is known in steps of 8, and as
 * 16 where it came sooner. Nothing else may change for a while
 * before a change is believed to be the last. Words for screen readers come later on purpose and are left out.
 */
export async function pressToPaint(
  page: Page,
  key: string,
  quietMilliseconds: number,
): Promise<PressPainted> {
  await page.evaluate((quiet) => Reflect.get(window, 'startWatching')(quiet), quietMilliseconds)
  await page.keyboard.press(key)
  const painted = (await page.evaluate(() => Reflect.get(window, 'pressPainted'))) as PressPainted | null
  if (!painted) throw new Error(`${key} changed nothing at ${page.url()}`)
  return painted
}

/** Runs in the page. */
function watchPresses(): void {
  /** far beyond every goal: a press that changes nothing ends here */
  const longest = 5000
  /** the browser tells of no event that was painted sooner */
  const leastTimed = 16
  const isAside = ({ target }: MutationRecord) => {
    const element = target instanceof Element ? target : target.parentElement
    return element?.closest('[role=status], [aria-live]') !== null
  }
  /** a message that is sent while a frame is being made arrives once it is painted */
  const afterPaint = (then: (now: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => then(performance.now())
      port2.postMessage(null)
    })
  const startWatching = (quiet: number) => {
    let pressed = 0
    let answered = leastTimed
    let last: number | null = null
    let settling: ReturnType<typeof setTimeout> | undefined
    const noteKey = (event: KeyboardEvent) => {
      pressed = event.timeStamp
    }
    const timing = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (pressed > 0 && startTime >= pressed) answered = Math.max(answered, duration)
      }
    })
    timing.observe({ type: 'event', durationThreshold: leastTimed } as PerformanceObserverInit)
    window.addEventListener('keydown', noteKey, { capture: true, once: true })
    const pressPainted = new Promise<PressPainted | null>((resolve) => {
      const settle = () => {
        clearTimeout(giveUp)
        observer.disconnect()
        timing.disconnect()
        resolve(last === null ? null : { answered, settled: last - pressed })
      }
      const giveUp = setTimeout(settle, longest)
      const observer = new MutationObserver((records) => {
        if (pressed === 0 || records.every(isAside)) return
        clearTimeout(settling)
        afterPaint((now) => {
          last = now
          clearTimeout(settling)
          settling = setTimeout(settle, quiet)
        })
      })
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    Object.assign(window, { pressPainted })
  }
  Object.assign(window, { startWatching })
}
