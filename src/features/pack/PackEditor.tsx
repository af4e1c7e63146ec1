import type { Edition } from '../../domain/editions/publication.ts'
import { renameGroup, writeLine } from '../../domain/packs/edit-pack.ts'
import { groupsOf, itemKey, packLimits } from '../../domain/packs/pack.ts'
import type { OwnPack } from '../../exhibits/pack/own-pack.ts'
import { ItemControls, MoveButtons } from './ItemControls.tsx'
import { PackContents } from './PackContents.tsx'
import { PackHead } from './PackHead.tsx'
import { PackItemCard } from './PackItemCard.tsx'
import styles from './PackPage.module.css'
import { noGroup, type PackPageProps } from './pack-page-props.ts'
import { Renewal } from './Renewal.tsx'
import { useMoves } from './use-moves.ts'
import { WordsField } from './WordsField.tsx'

export interface PackEditorProps extends PackPageProps {
  own: OwnPack
  latest: Edition
}

/** The reader's own pack: order, agenda items and words are changed in place. */
export function PackEditor(props: PackEditorProps) {
  const { own, edition } = props
  const { pack } = own
  const { said, write, remove, place, undo, moveOne, moveAll } = useMoves(own)
  const groups = groupsOf(pack)
  const names = groups.map(({ name }) => name)
  const places = new Map(pack.items.map((item, index) => [itemKey(item), index + 1]))
  return (
    <>
      <PackHead {...props} pack={pack}>
        <WordsField
          label="Name of the pack"
          value={pack.name}
          longest={packLimits.name}
          placeholder="Scrutiny panel, 14 October"
          onWrite={(name) => write({ ...pack, name }, `The pack is called: ${name || 'nothing yet'}`)}
        />
        <p className="note screen-only">
          Kept in this browser. Whoever gets the link can read these words, at once and for good: name no
          person, and give no small number.
        </p>
      </PackHead>
      <Renewal
        {...props}
        pack={pack}
        from={own.edition ?? edition.number}
        onRenewed={(to) => write(pack, `Renewed for edition ${to}`, to)}
      />
      <div className={`${styles.undo} screen-only`} aria-live="polite" aria-atomic="true">
        {said && (
          <p className={styles.said}>
            <span>{said}</span>
            {own.undo && (
              <button type="button" className="link-button" data-control="undo" onClick={undo}>
                Undo
              </button>
            )}
          </p>
        )}
      </div>
      <PackContents pack={pack} />
      {groups.map(({ name, items }, index) => (
        <section
          // not its name: that is written inside it, and the field must stay
          key={items[0] ? itemKey(items[0]) : name}
          className={`section ${styles.group}`}
          aria-label={name || 'Charts and tables'}
          data-group={name}
        >
          <div className="section-head">
            <h2 className="heading-2">{name || noGroup(names)}</h2>
            {names.length > 1 && (
              <div className={`${styles.controls} screen-only`}>
                <MoveButtons
                  isFirst={index === 0}
                  isLast={index === groups.length - 1}
                  title={name || noGroup(names)}
                  onMove={(step) => moveAll(name, step)}
                />
              </div>
            )}
          </div>
          <WordsField
            label="Agenda item"
            of={name}
            value={name}
            longest={packLimits.group}
            placeholder="Item 5: waiting times"
            onWrite={(to) =>
              write(
                renameGroup(pack, name, to),
                names.includes(to)
                  ? `These charts now stand under: ${to || 'no agenda item'}, with those that did`
                  : `The agenda item is called: ${to || 'nothing'}`,
              )
            }
          />
          {items.map((item) => {
            const key = itemKey(item)
            const at = places.get(key) ?? 0
            return (
              <PackItemCard
                key={key}
                item={item}
                place={at}
                of={pack.items.length}
                lineField={(title) => (
                  <WordsField
                    label="Your line"
                    of={title}
                    value={item.line}
                    longest={packLimits.line}
                    onWrite={(line) =>
                      write(writeLine(pack, key, line), `${line ? 'Line written' : 'Line removed'}: ${title}`)
                    }
                  />
                )}
                controls={(title) => (
                  <ItemControls
                    item={item}
                    place={at}
                    of={pack.items.length}
                    title={title}
                    groups={names}
                    onMove={(step) => moveOne(key, step)}
                    onPlace={(group) => place(key, title, group)}
                    onRemove={() => remove(key, title)}
                  />
                )}
              />
            )
          })}
        </section>
      ))}
    </>
  )
}
