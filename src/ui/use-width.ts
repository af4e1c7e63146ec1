import { type RefCallback, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'

/** A4 upright, less its margins: a printed chart is drawn for the page, not scaled down to it. */
const printedWidth = 690

type Measured = [RefCallback<HTMLElement>, number | null]

/** The width of an element in whole pixels, kept up to date; null before it has been measured. */
export const useWidth = (): Measured => useSide('width', printedWidth)

/** Its height; null on paper too, where nothing gives it one. */
export const useHeight = (): Measured => useSide('height', null)

function useSide(side: 'width' | 'height', printed: number | null): Measured {
  const [length, setLength] = useState<number | null>(null)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      const print = window.matchMedia('print')
      const measure = () => {
        if (!print.matches) setLength(Math.floor(element.getBoundingClientRect()[side]) || null)
      }
      // the page is laid out for paper as soon as this returns
      const drawForPaper = () => flushSync(() => setLength(printed))
      const onMedia = () => (print.matches ? drawForPaper() : measure())
      measure()
      const observer = new ResizeObserver(measure)
      observer.observe(element)
      window.addEventListener('beforeprint', drawForPaper)
      window.addEventListener('afterprint', measure)
      print.addEventListener('change', onMedia)
      return () => {
        observer.disconnect()
        window.removeEventListener('beforeprint', drawForPaper)
        window.removeEventListener('afterprint', measure)
        print.removeEventListener('change', onMedia)
      }
    },
    [side, printed],
  )
  return [ref, length]
}
