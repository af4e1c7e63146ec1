import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChosenFile, Load } from '../../../api/loads.ts'
import {
  keepMapping,
  lookIntoFiles,
  type MappingLook,
  mappingsQuery,
  type PointedTable,
  proposalQuery,
  type ToldTable,
} from '../../../api/mappings.ts'
import { mappingFileName } from '../mappings/mapping-file-name.ts'

/** How one table of the proposal is read, as the analyst has it now. */
export interface Draft {
  isUsed: boolean
  /** null where it is read by a mapping that says more than can be pointed at */
  pointed: PointedTable | null
  mapping: Record<string, unknown>
}

/** What was proposed for files, what was made of it, and what came of that. */
export function usePointing(load: Load, files: readonly ChosenFile[]) {
  const proposal = useQuery(proposalQuery(load.id, files))
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null)
  const client = useQueryClient()
  const current = drafts ?? draftsOf(proposal.data)
  const told = current.flatMap(({ isUsed, pointed, mapping }): ToldTable[] =>
    isUsed ? [pointed ? { pointed } : { mapping }] : [],
  )
  const trial = useMutation({ mutationFn: () => lookIntoFiles(files, told) })
  const keeping = useMutation({
    mutationFn: (name: string) =>
      keepMapping({
        name,
        mapping: { files: distinct(mappingsOf(trial.data)) },
        fingerprints: fingerprintsOf(trial.data),
      }),
    onSuccess: async () => await client.invalidateQueries({ queryKey: mappingsQuery().queryKey }),
  })
  return {
    proposal,
    drafts: current,
    trial,
    keeping,
    change(index: number, changes: Partial<Draft>) {
      setDrafts(current.map((draft, at) => (at === index ? { ...draft, ...changes } : draft)))
      // what came of it before is not what comes of it now
      trial.reset()
      keeping.reset()
    },
    /** the files with the mapping, as they are checked; the log of loads names it as it was saved */
    withMapping(name?: string): ChosenFile[] {
      const path = name === undefined ? 'mapping.json' : mappingFileName(name)
      const text = JSON.stringify({ files: distinct(mappingsOf(trial.data)) })
      return [
        ...files.filter(({ role }) => role !== 'mapping'),
        { file: new File([text], path), path, role: 'mapping' },
      ]
    },
  }
}

/** Of several tables, the first that has rows is read unless somebody says otherwise. */
function draftsOf(look: MappingLook | undefined): Draft[] {
  const tables = look?.tables ?? []
  const known = tables.some(({ from }) => from !== null)
  const first = tables.findIndex(({ rows }) => rows.length > 0)
  return tables.map(({ pointed, mapping, from }, index) => ({
    isUsed: known ? from !== null : index === first,
    pointed,
    mapping,
  }))
}

const mappingsOf = (look: MappingLook | undefined) => look?.tables.map(({ mapping }) => mapping) ?? []

/** Sheets that are read alike are one entry of the mapping. */
function distinct<Entry>(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()]
}

function fingerprintsOf(look: MappingLook | undefined): string[] {
  const known = new Map(
    look?.tables.map(({ mapping, fingerprint }) => [JSON.stringify(mapping), fingerprint]) ?? [],
  )
  return [...known.values()]
}
