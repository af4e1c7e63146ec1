import { useQueries, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import type { PackItem } from '../../domain/packs/pack.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { absentExhibit, reasonOf } from '../../exhibits/pack/absent-exhibit.ts'
import { exhibitQuery } from '../../exhibits/use-exhibit.ts'

/** One screen: what it shows, or in its place why it cannot; null until either is known. */
export interface Slide {
  item: PackItem
  exhibit: Exhibit<ReactNode> | null
}

export interface Slides {
  slides: Slide[]
  /** how many are read, or known to be unreadable */
  ready: number
}

/** Everything that will be shown, read before the first screen: what comes later needs no network. */
export function useSlides(items: readonly PackItem[]): Slides {
  const queries = useQueryClient()
  const { load, origin } = useExhibitSource()
  const results = useQueries({
    // held for the whole meeting: nothing is asked for again while it is shown
    queries: items.map(({ ref }) => ({
      ...exhibitQuery(ref, origin, load),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    })),
  })
  const slides = items.map((item, index) => {
    const { data, error } = results[index] ?? {}
    const absent = error ? absentExhibit(item, reasonOf(error), origin, queries) : null
    return { item, exhibit: data ?? absent }
  })
  return { slides, ready: slides.filter(({ exhibit }) => exhibit !== null).length }
}
