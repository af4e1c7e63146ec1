import { useEffect } from 'react'
import { create } from 'zustand'

export interface TimeCursor {
  /** the month that the reader stands on, on every chart of the page; null while none is chosen */
  month: string | null
  /** moved by the keys of a chart, which then says aloud what stands there */
  isSpoken: boolean
  point: (month: string, isSpoken?: boolean) => void
  leave: () => void
}

/**
 * The month that all charts of a page show at once. It is where a reader is looking, neither part of a link nor a
 * setting: it is not kept.
 */
export const useTimeCursor = create<TimeCursor>()((set, get) => ({
  month: null,
  isSpoken: false,
  point: (month, isSpoken = false) => {
    // a pointer moves many times within one month
    if (get().month !== month || isSpoken) set({ month, isSpoken })
  },
  leave: () => {
    if (get().month !== null) set({ month: null, isSpoken: false })
  },
}))

/** Lets the month go with the page that it was chosen on, and on paper, which shows the latest figures. */
export function usePageTimeCursor(): void {
  useEffect(() => {
    const { leave } = useTimeCursor.getState()
    window.addEventListener('beforeprint', leave)
    return () => {
      window.removeEventListener('beforeprint', leave)
      leave()
    }
  }, [])
}
