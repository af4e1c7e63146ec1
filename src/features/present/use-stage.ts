import { type RefCallback, useCallback, useState } from 'react'
import { useHeight, useWidth } from '../../ui/use-width.ts'
import { useIsEnlargedWindow } from './use-is-enlarged-window.ts'

/** A slide's own room, in its own px: a screen of 16 to 9 is 1920 of them by 1080. */
export interface Stage {
  /** one of them in px of the window */
  unit: number
  /** its words, in px of the window: none is smaller */
  type: number
  width: number
  height: number
  isUpright: boolean
}

/** Lengths of the slide's own that it holds at least: a narrower or lower one is drawn smaller. */
const least = { across: { width: 1600, height: 1080 }, upright: { width: 830, height: 1434 } }
const typeOfUnits = 31
/** Read from the back of a hall: of a screen's shorter side, which for one that is projected is its height. */
const typeOfScreen = 0.0285

/** How a slide fills what it stands in; null where that is not a screen: on paper, and in a window enlarged to be read. */
export function useStage(): [RefCallback<HTMLElement>, Stage | null] {
  const [widthOf, width] = useWidth()
  const [heightOf, height] = useHeight()
  const isEnlarged = useIsEnlargedWindow()
  const ref = useBoth(widthOf, heightOf)
  return [ref, width === null || height === null || isEnlarged ? null : stageOf(width, height, window)]
}

/** @param screen the window around it, of which the controls may take a part */
export function stageOf(
  width: number,
  height: number,
  screen: { innerWidth: number; innerHeight: number },
): Stage {
  const isUpright = height > width
  const { across, upright } = least
  const room = isUpright ? upright : across
  const unit = Math.min(width / room.width, height / room.height)
  const type = Math.max(typeOfUnits * unit, typeOfScreen * Math.min(screen.innerWidth, screen.innerHeight))
  return { unit, type, width: width / unit, height: height / unit, isUpright }
}

/** Two measures of one element. */
export function useBoth(one: RefCallback<HTMLElement>, other: RefCallback<HTMLElement>) {
  return useCallback(
    (element: HTMLElement | null) => {
      const endings = [one(element), other(element)]
      return () => {
        for (const end of endings) end?.()
      }
    },
    [one, other],
  )
}

/** The size of an element in the px in which a picture is drawn, whose words of 14 are seen as large as its own. */
export function usePictureRoom(): [RefCallback<HTMLElement>, { width: number; height: number } | null] {
  const [widthOf, width] = useWidth()
  const [heightOf, height] = useHeight()
  const [type, setType] = useState<number | null>(null)
  const typeOf = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new ResizeObserver(() => setType(Number.parseFloat(getComputedStyle(element).fontSize)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const ref = useBoth(useBoth(widthOf, heightOf), typeOf)
  if (width === null || height === null || !type) return [ref, null]
  const scale = drawnType / type
  return [ref, { width: Math.round(width * scale), height: Math.round(height * scale) }]
}

const drawnType = 14
