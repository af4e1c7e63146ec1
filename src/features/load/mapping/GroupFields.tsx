import type { PointedTable } from '../../../api/mappings.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Check } from './Check.tsx'
import { hasGroups, withColumn } from './pointing.ts'

export interface GroupFieldsProps {
  pointed: PointedTable
  dimensions: readonly string[]
  field: (name: string) => { id: string; fault: string | null }
  write: (changes: Partial<PointedTable>) => void
}

/** What the groups of each column are, and whether all rows together are the whole as well. */
export function GroupFields({ pointed, dimensions, field, write }: GroupFieldsProps) {
  const hint = `One word: ${dimensions.slice(0, 8).join(', ') || 'town, team'}`
  const isByRow = pointed.columns.some(({ role }) => role === 'member')
  return (
    <>
      {hasGroups(pointed) && (
        <TextField
          {...field('dimension')}
          label="What the groups are"
          hint={hint}
          value={pointed.dimension}
          onChange={(dimension) => write({ dimension })}
        />
      )}
      {pointed.columns.map(
        ({ name, role, dimension = '' }, place) =>
          role === 'other-member' && (
            <TextField
              // a column is known by its place: two may have one name
              key={JSON.stringify([place, name])}
              {...field(`dimension-${place}`)}
              label={`What the groups of “${name}” are`}
              hint={hint}
              value={dimension}
              onChange={(one) => write(withColumn(pointed, place, { dimension: one }))}
            />
          ),
      )}
      {isByRow && (
        <Check
          label="All rows together are the whole as well"
          isChecked={pointed.whole === true}
          onChange={(isOn) => write({ whole: isOn })}
        />
      )}
    </>
  )
}
