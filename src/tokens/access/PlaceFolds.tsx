import { useId, useState } from 'react'
import { TypeIcon } from '../../entities/TypeIcon.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import type { Holder } from './access.ts'
import { PermissionList } from './PermissionList.tsx'
import { PlaceName } from './PlaceName.tsx'
import { GoneTag, SumTag } from './PlaceTag.tsx'
import type { PlaceVerdicts } from './placeVerdicts.ts'

interface Props {
  /** The permissions by group, in order. */
  groups: readonly (readonly [string, readonly string[]])[]
  columns: readonly PlaceVerdicts[]
  holder: Holder
}

/** A few places have room for one that is open. */
const FEW = 4

/** One fold a place, with its sum. A closed one renders nothing. */
export const PlaceFolds = ({ groups, columns, holder }: Props) => (
  <ul className="place-folds">
    {columns.map((column, index) => (
      <li key={column.key}>
        {column.place.uuid === null ? (
          <PlaceRow column={column} />
        ) : (
          <PlaceFold column={column} groups={groups} holder={holder} isOpen={index === 0 && columns.length <= FEW} />
        )}
      </li>
    ))}
  </ul>
)

/** A place with its sum. */
export const PlaceRow = ({ column: { place, entity, verdicts } }: { column: PlaceVerdicts }) => (
  <div className="place-row">
    <TypeIcon type={place.type} />
    <span className="place-sum">
      <PlaceName place={place} entity={entity} />
      {place.uuid === null ? <GoneTag /> : <SumTag verdicts={verdicts} />}
    </span>
  </div>
)

interface FoldProps {
  column: PlaceVerdicts
  groups: Props['groups']
  holder: Holder
  isOpen: boolean
}

function PlaceFold({ column: { place, entity, verdicts }, groups, holder, isOpen }: FoldProps) {
  const id = useId()
  const [open, setOpen] = useState(isOpen)
  return (
    <>
      <h3>
        <button
          type="button"
          className="place-row fold"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <TypeIcon type={place.type} />
          <span className="place-sum">
            <PlaceName place={place} entity={entity} />
            <SumTag verdicts={verdicts} />
          </span>
          <LineIcon d="m6 4 4 4-4 4" />
        </button>
      </h3>
      {open && (
        <div id={id}>
          <PermissionList groups={groups} verdicts={verdicts} holder={holder} />
        </div>
      )}
    </>
  )
}
