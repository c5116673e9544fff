import { useId, useMemo, useState } from 'react'
import { useController, useFormState, useWatch } from 'react-hook-form'
import { keyOf } from '../../entities/offered.ts'
import { namesakes, unusualState, whereText } from '../../entities/placeText.ts'
import type { Entity } from '../../entities/queries.ts'
import { shortUuid } from '../../entities/queries.ts'
import { TypeIcon } from '../../entities/TypeIcon.tsx'
import type { EntityType } from '../../entities/types.ts'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { langOf } from '../../ui/formErrors.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { nameText } from '../../ui/names.ts'
import { RemoveButton } from '../../ui/RemoveButton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useHolder } from '../access/useHolder.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { TokenForm } from './form.ts'
import { misfitText } from './form.ts'
import styles from './placeList.css?inline'
import { placeWords, rejectionText } from './placeWords.ts'
import type { Places } from './usePlaces.ts'

adoptStyles(styles)

interface Props {
  form: TokenForm
  places: Places
  /** The types that the chosen permissions can be limited to; null until known. */
  types: readonly EntityType[] | null
}

/** With more rows than these, all but a few are folded. */
const MOST = 5
const FEW = 3

/**
 * The places that the token is limited to, each with what the chosen permissions do there. Of many, those where least
 * works and the one added last are shown, until a rejection may concern any of them.
 */
export function PlaceList({ form, places, types }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { isSubmitting, submitCount } = useFormState({ control: form.control })
  const { chosen } = places
  const worst = useWorst(form, chosen)
  if (chosen.length === 0) return null
  const ambiguous = namesakes(chosen)
  const canFold = chosen.length > MOST && !isSubmitting && submitCount === 0
  const folded = canFold && !isOpen ? chosen.slice(0, -1).filter((place) => !worst.includes(place)) : []
  return (
    <ul className="places" aria-label={t('Selected places')}>
      {chosen.map(
        (place, index) =>
          !folded.includes(place) && (
            <PlaceRow
              key={keyOf(place)}
              form={form}
              places={places}
              types={types}
              place={place}
              index={index}
              ambiguous={ambiguous.has(place.uuid)}
            />
          ),
      )}
      {canFold && (
        <li className="place-fold">
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <LineIcon d={isOpen ? 'm4 10 4-4 4 4' : 'm4 6 4 4 4-4'} />
            <b>{isOpen ? t('Show fewer places') : t('{{count}} more places', { count: folded.length })}</b>
            <bdi translate="no">{folded.map(({ name }) => nameText(name)).join(', ')}</bdi>
          </button>
        </li>
      )}
    </ul>
  )
}

/** The few places where the smallest part of the permissions works. */
function useWorst(form: TokenForm, chosen: readonly Entity[]): readonly Entity[] {
  const scopes = useWatch({ control: form.control, name: 'scopes' })
  const { holder } = useHolder()
  return useMemo(
    () =>
      chosen
        .map((place) => ({ place, share: placeWords(scopes, place, holder).share }))
        .sort((a, b) => a.share - b.share)
        .slice(0, FEW)
        .map(({ place }) => place),
    [chosen, scopes, holder],
  )
}

interface RowProps extends Props {
  place: Entity
  index: number
  /** Another chosen place looks the same. */
  ambiguous: boolean
}

function PlaceRow({ form, places, types, place, index, ambiguous }: RowProps) {
  const id = useId()
  const { field, fieldState } = useController({ control: form.control, name: `bindings.${index}` })
  const scopes = useWatch({ control: form.control, name: 'scopes' })
  const { holder } = useHolder()
  const name = nameText(place.name)
  const blockedBy = scopes.find(isGlobal)
  // With a global permission nothing can be limited at all, which a message above says.
  const isMisfit = types !== null && !types.includes(place.type) && blockedBy === undefined
  const isJudged = blockedBy === undefined && !isMisfit
  const { tag, line } = placeWords(isJudged ? scopes : [], place, holder)
  const rejection = isJudged ? rejectionText(scopes, place, holder) : null
  const problem = fieldState.error?.message ?? rejection ?? (isMisfit ? misfitText() : null)
  const where = [whereText(place), ambiguous && shortUuid(place.uuid), unusualState(place), line]
  return (
    <li className="place" aria-label={name} data-wrong={problem !== null || undefined}>
      <TypeIcon type={place.type} />
      <div className="place-texts">
        <bdi className="place-title" translate="no">
          {name}
        </bdi>
        {problem === null ? (
          <bdi className="place-where">
            <Trans text={where.filter(Boolean).join(' · ')} />
          </bdi>
        ) : (
          <div id={`${id}-problem`} lang={langOf(fieldState.error)} className="place-problem">
            <Trans text={problem} />
          </div>
        )}
        {blockedBy !== undefined && (
          <div className="place-not-sent">
            <Trans text={t('Not sent, because [[scope]] is global', { scope: blockedBy })} />
          </div>
        )}
      </div>
      {tag && (
        <Tag color={tag.color} mark={tag.mark}>
          {tag.text}
        </Tag>
      )}
      <RemoveButton
        label={t('Remove {{place}}', { place: name })}
        ref={field.ref}
        {...(problem !== null && { 'aria-describedby': `${id}-problem` })}
        onClick={() => {
          places.remove(place)
          // The next row, or the last, or the search.
          const last = form.getValues('bindings').length - 1
          form.setFocus(last < 0 ? 'reach' : `bindings.${Math.min(index, last)}`)
        }}
      />
    </li>
  )
}
