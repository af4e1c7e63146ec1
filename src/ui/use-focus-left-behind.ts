import { type RefObject, useEffect, useRef } from 'react'

/**
 * Whoever pressed something that is gone stands nowhere: no key leads on from there, and nothing is heard. What came in
 * its place takes the focus then, and only then: whoever has moved on meanwhile is left where they are.
 *
 * @param state what the page shows; a change of it may have taken away what was pressed
 */
export function useFocusLeftBehind(place: RefObject<HTMLElement | null>, state: unknown) {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body) place.current?.focus()
  }, [place, state])
}
