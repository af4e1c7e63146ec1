import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { loadLogQuery } from '../../api/load-log.ts'
import { type ChosenFile, type FoundRows, type Load, loadQuery, stageFiles } from '../../api/loads.ts'

export interface Progress {
  sent: number
  total: number
}

export interface Staging {
  /** null while nothing is sent; a total of 0 until the first bytes have gone */
  progress: Progress | null
  /** what was sent last, or is being sent */
  files: readonly ChosenFile[]
  /** the load that they became; null where they became none yet */
  loadId: string | null
  /** of that load, in which something was found; forgotten with this page */
  rows: readonly FoundRows[]
  /** why nothing came of it; nothing where it was cancelled */
  error: Error | null
  isCancelled: boolean
  send: (files: readonly ChosenFile[]) => void
  cancel: () => void
}

/** Sends files and has them checked; what comes back is kept as the load that the address then names. */
export function useStaging(onStaged: (load: Load) => void): Staging {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress>({ sent: 0, total: 0 })
  const stop = useRef<AbortController>(null)
  const staging = useMutation({
    mutationFn: (files: readonly ChosenFile[]) => {
      stop.current = new AbortController()
      setProgress({ sent: 0, total: 0 })
      return stageFiles(files, {
        onProgress: (sent, total) => setProgress({ sent, total }),
        signal: stop.current.signal,
      })
    },
    onSuccess: ({ rows: _, ...load }) => {
      client.setQueryData(loadQuery(load.id).queryKey, load)
      onStaged(load)
      // it stands in the log now, whatever was found in it
      void client.invalidateQueries({ queryKey: loadLogQuery().queryKey })
    },
    gcTime: 0,
  })
  const { error } = staging
  const isCancelled = error?.name === 'AbortError'
  return {
    progress: staging.isPending ? progress : null,
    files: staging.variables ?? [],
    loadId: staging.data?.id ?? null,
    rows: staging.data?.rows ?? [],
    error: isCancelled ? null : error,
    isCancelled,
    send: (files) => staging.mutate(files),
    cancel: () => stop.current?.abort(),
  }
}
