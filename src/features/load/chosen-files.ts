import type { ChosenFile } from '../../api/loads.ts'

/** What may be of a load; what else lies in a folder is left where it is. */
const fileOfLoad = /\.(csv|tsv|txt|json|zip|xlsx|xlsm|ods)$/i
const mappingName = /(^|[-_. ])mapping\.json$/i

/** Files that were chosen one by one, or in a folder, as they are sent. */
export function chosenFiles(files: Iterable<File>): ChosenFile[] {
  return [...files].flatMap((file) => chosen(file, file.webkitRelativePath))
}

/** Files and folders that were dropped: folders are gone through. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  // read at once: what was dropped is gone when the event is over
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (!entries.length) return chosenFiles(transfer.files)
  const found = await Promise.all(entries.map((entry) => filesWithin(entry, '')))
  return found.flat()
}

function chosen(file: File, pathInFolder: string): ChosenFile[] {
  if (pathInFolder && !fileOfLoad.test(file.name)) return []
  const path = pathInFolder || file.name
  if (mappingName.test(file.name)) return [{ file, path, role: 'mapping' }]
  return [{ file, path, role: pathInFolder ? 'found' : 'file' }]
}

async function filesWithin(entry: FileSystemEntry, folder: string): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return chosen(file, folder && `${folder}/${entry.name}`)
  }
  if (!isFolder(entry)) return []
  const path = folder ? `${folder}/${entry.name}` : entry.name
  const found = await Promise.all((await entriesOf(entry)).map((one) => filesWithin(one, path)))
  return found.flat()
}

/** A browser gives a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (!some.length) return all
    all.push(...some)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
