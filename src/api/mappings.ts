import { queryOptions } from '@tanstack/react-query'
import type {
  ColumnRole,
  KeepMapping,
  ListedMapping,
  MappingLook,
  PointedColumn,
  PointedTable,
  SavedMapping,
  TableLook,
} from '../contract/mappings.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import { getJson, sendForm, sendJson } from './client.ts'
import type { ChosenFile } from './loads.ts'

/** What is to be read in a load: as it was pointed at, or by a mapping as it stands. */
export type ToldTable = { pointed: PointedTable } | { mapping: Record<string, unknown> }

/** Looking into a large workbook takes a while. */
const lookMilliseconds = 5 * 60_000

/** Has files looked into: proposed how they are read, or, where it was pointed at, what comes of it. Nothing is kept. */
export function lookIntoFiles(
  files: readonly ChosenFile[],
  tables?: readonly ToldTable[],
  signal?: AbortSignal,
): Promise<MappingLook> {
  const form = new FormData()
  for (const { file, path, role } of files) if (role !== 'mapping') form.append(role, file, path)
  if (tables) form.append('mapping', new Blob([JSON.stringify({ tables })]), 'mapping.json')
  return sendForm(
    officerPaths.proposeMapping(),
    ({ MappingLook }) => MappingLook,
    form,
    lookMilliseconds,
    signal,
  )
}

/** The rows that it shows are forgotten with the page that shows them. */
export const proposalQuery = (load: string, files: readonly ChosenFile[]) =>
  queryOptions({
    // the audience stands where signing out looks for it
    queryKey: ['proposal', load, 'exact'],
    queryFn: ({ signal }) => lookIntoFiles(files, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })

/** Saved mappings, in their newest version. */
export const mappingsQuery = () =>
  queryOptions({
    queryKey: ['mappings', 'all', 'exact'],
    queryFn: ({ signal }) => getJson(officerPaths.mappings(), ({ MappingsReply }) => MappingsReply, signal),
  })

export const keepMapping = (given: KeepMapping): Promise<SavedMapping> =>
  sendJson('POST', officerPaths.mappings(), ({ SavedMapping }) => SavedMapping, given)

export type { ColumnRole, ListedMapping, MappingLook, PointedColumn, PointedTable, SavedMapping, TableLook }
