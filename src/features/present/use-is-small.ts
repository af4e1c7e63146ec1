import { useSyncExternalStore } from 'react'

/** As Slide.module.css has it: held upright, or small. */
const small = 'screen and (max-width: 900px), screen and (max-aspect-ratio: 1 / 1)'

export function useIsSmall(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(small)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => matchMedia(small).matches,
  )
}
