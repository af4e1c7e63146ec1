import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import type { PackItem } from '../../domain/packs/pack.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { exhibitQuery } from '../../exhibits/use-exhibit.ts'

/** One screen: what it shows, or why it cannot. */
export interface Slide {
  item: PackItem
  exhibit: Exhibit<ReactNode> | null
  error: Error | null
}

export interface Slides {
  slides: Slide[]
  /** how many are read, or known to be unreadable */
  ready: number
}

/** Everything that will be shown, read before the first screen: what comes later needs no network. */
export function useSlides(items: readonly PackItem[]): Slides {
  const { load, origin } = useExhibitSource()
  const results = useQueries({
    // held for the whole meeting: nothing is asked for again while it is shown
    queries: items.map(({ ref }) => ({
      ...exhibitQuery(ref, origin, load),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    })),
  })
  const slides = items.map((item, index) => ({
    item,
    exhibit: results[index]?.data ?? null,
    error: results[index]?.error ?? null,
  }))
  return { slides, ready: slides.filter(({ exhibit, error }) => exhibit !== null || error !== null).length }
}
