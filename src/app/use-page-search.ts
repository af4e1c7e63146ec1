import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useReading } from './reading.ts'
import { readSearch, type SearchShape } from './search.ts'

/** The shell reads these for every page. */
const shellParameters = ['edition', 'audience']

/** A page's own part of the address: its values, what could not be used, and how to change it. */
export function usePageSearch<Shape extends SearchShape>(shape: Shape) {
  const { search, writeSearch } = useReading()
  // the same object while the address is the same: pages draw their rows by it
  const { values, ignored } = useMemo(() => readSearch(shape, search, shellParameters), [shape, search])
  type Values = typeof values
  // pages draw a moment after their address: what they hold must still change the address as it is
  const now = useRef({ values, writeSearch })
  useLayoutEffect(() => {
    now.current = { values, writeSearch }
  })
  const change = useCallback((changes: Partial<Record<keyof Values, unknown>>) => {
    now.current.writeSearch(asTexts({ ...now.current.values, ...changes }))
  }, [])
  return { values, ignored, change, mend: () => writeSearch(asTexts(values)) }
}

function asTexts(values: object): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  )
}
