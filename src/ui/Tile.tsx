import type { ReactNode, Ref } from 'react'
import { useId } from 'react'
import { adoptStyles } from './adoptStyles.ts'
import styles from './tile.css?inline'

adoptStyles(styles)

interface TilesProps {
  /** What is chosen among: `radiogroup` for `TileRadio`, `group` for `Tile`. */
  role: 'group' | 'radiogroup'
  label: string
  /** The id of what is wrong with the choice, or of what follows from it. */
  describedBy?: string
  /** A quarter, a fifth or half of the row for each, if their words have space there. */
  each: 'quarter' | 'fifth' | 'half'
  children: ReactNode
}

/** Choices side by side. They wrap where their words need the space. */
export function Tiles({ role, label, describedBy, each, children }: TilesProps) {
  return (
    <fieldset className="tiles" data-each={each} role={role} aria-label={label} aria-describedby={describedBy}>
      {children}
    </fieldset>
  )
}

interface TileProps {
  label: string
  /** A second line. */
  small: string
  icon?: ReactNode
  /** Twice as wide as the others. */
  wide?: boolean
  /** Whether it is chosen; undefined for a way to somewhere else. */
  selected?: boolean
  onSelect: () => void
}

/** A choice that can be pressed, such as a job of a new token, or a way to a page or dialog. */
export function Tile({ label, small, icon, wide = false, selected, onSelect }: TileProps) {
  return (
    <button type="button" className="tile" data-wide={wide || undefined} aria-pressed={selected} onClick={onSelect}>
      {icon}
      <span>
        {label}
        <small>{small}</small>
      </span>
    </button>
  )
}

interface TileRadioProps {
  /** The form's field, the same for all tiles of a group: the arrow keys move between them. */
  name: string
  label: string
  /** A second line, which describes the choice. */
  small: string
  checked: boolean
  /** Without the circle of a radio button, where the tiles are small and stand close together. */
  plain?: boolean
  /** It can still be reached, so that its second line is heard. The caller ignores the choice. */
  'aria-disabled'?: boolean
  inputRef?: Ref<HTMLInputElement> | undefined
  onSelect: () => void
  onBlur?: () => void
}

/** One of several choices. Its label alone is its name; the second line is its description. */
export function TileRadio({
  name,
  label,
  small,
  checked,
  plain = false,
  onSelect,
  inputRef,
  ...input
}: TileRadioProps) {
  const id = useId()
  return (
    <label className="tile" data-plain={plain || undefined}>
      <input
        {...input}
        ref={inputRef}
        type="radio"
        name={name}
        checked={checked}
        onChange={onSelect}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-small`}
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        <small id={`${id}-small`}>{small}</small>
      </span>
    </label>
  )
}
