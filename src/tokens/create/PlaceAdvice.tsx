import Stack from '@mui/material/Stack'
import type { Entity } from '../../entities/queries.ts'
import { parentsOf } from '../../entities/queries.ts'
import { entityKind } from '../../entities/types.ts'
import { Advice } from '../../ui/Advice.tsx'
import { FixButton } from '../../ui/FixButton.tsx'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { nameText } from '../../ui/names.ts'
import type { Holder } from '../access/access.ts'
import { CaveatWords } from '../access/CaveatWords.tsx'
import { notAskedText } from '../access/notAskedText.ts'
import type { PlaceNote } from '../access/placeNotes.ts'
import { placeNotes } from '../access/placeNotes.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { TokenForm } from './form.ts'
import { placesText } from './placeWords.ts'
import { useRolePlaces } from './rolePlaces.ts'
import { usePlan } from './usePlan.ts'

interface Props {
  form: TokenForm
  entity: Entity
  /** Replaces the place by these. */
  onReplace: (better: readonly Entity[]) => void
  onRemove: () => void
  onRemoveScopes: (scopes: readonly string[]) => void
}

/** Further permissions are only counted. */
const MOST = 4
/** With more places a single button would do too much at once. */
const MOST_PLACES = 5

/** Advice about one chosen place, each with a button that applies it. */
export function PlaceAdvice({ form, entity, ...actions }: Props) {
  const { scopes, chosen, holder } = usePlan(form.control)
  const rolePlaces = useRolePlaces()
  const place = chosen?.find(({ type, uuid }) => type === entity.type && uuid === entity.uuid)
  if (!holder || !chosen || !place || scopes.length === 0) return null
  const parents = parentsOf(place)
  const around = [
    ...parents,
    ...rolePlaces.filter(({ uuid }) => place.above.includes(uuid) && !parents.some((parent) => parent.uuid === uuid)),
  ]
  const notes = placeNotes(scopes, place, chosen, around, holder)
  return (
    notes.length > 0 && (
      <Stack spacing={1} sx={{ mt: 1.5 }}>
        {notes.map((note) => (
          <Note key={note.kind} note={note} scopes={scopes} place={place} rolePlaces={rolePlaces} {...actions} />
        ))}
      </Stack>
    )
  )
}

interface NoteProps extends Omit<Props, 'form' | 'entity'> {
  note: PlaceNote<Entity>
  scopes: readonly string[]
  place: Entity
  rolePlaces: readonly Entity[]
}

function Note({ note, scopes, place, rolePlaces, onReplace, onRemove, onRemoveScopes }: NoteProps) {
  const words = usePermissionWords()
  const permissions = (scopes: readonly string[]) =>
    listing(
      scopes.map((scope) => words(scope).label),
      MOST,
    )
  const name = <Name of={place.name} strong />
  const entities = (roles: Holder['roles']) =>
    rolePlaces.filter(({ type, uuid }) => roles.some((role) => role.type === type && role.uuid === uuid))
  const instead = (better: readonly Entity[]) =>
    better.length > 0 &&
    better.length <= MOST_PLACES && (
      <FixButton
        text={t('Limit to {{places}} instead', { places: placesText(better) })}
        apply={() => onReplace(better)}
      />
    )
  switch (note.kind) {
    case 'refused':
      // The field shows the error.
      return instead(entities(note.better))
    case 'included':
      return (
        <Advice>
          <Trans
            text={t('[[place]] includes {{places}}.', { places: nameText(place.name) })}
            place={<Name of={note.by.name} strong />}
          />
          <FixButton text={t('Remove {{place}}', { place: nameText(place.name) })} apply={onRemove} />
        </Advice>
      )
    case 'above': {
      const values = { place: nameText(place.name), permissions: permissions(note.scopes) }
      return (
        <Advice severity="warning">
          <Trans
            text={
              note.all
                ? t(
                    'Your role is above {{place}}, in [[above]]. It doesn’t count for a token limited to {{place}}. For that, you need a role in {{place}}.',
                    values,
                  )
                : t(
                    'Your role for these is above {{place}}, in [[above]], so they don’t work for a token limited to {{place}}: {{permissions}}.',
                    values,
                  )
            }
            above={<Name of={note.better.name} strong />}
          />
          {instead(entities([note.better]))}
        </Advice>
      )
    }
    case 'inside':
      return (
        <Advice>
          <Trans
            text={t('In [[place]], these work only inside [[places]]: {{permissions}}.', {
              permissions: permissions(note.scopes),
            })}
            place={name}
            places={<bdi style={{ fontWeight: 600 }}>{placesText(note.better)}</bdi>}
          />
          {instead(entities(note.better))}
        </Advice>
      )
    case 'not asked':
      return (
        <Advice severity="warning">
          <Trans text={notAskedText(place.type, scopes)} place={name} />
          {note.better && (
            <FixButton
              text={t('Limit to {{above}} ({{type}}) instead', {
                above: nameText(note.better.name),
                type: entityKind(note.better.type).one(),
              })}
              apply={() => note.better && onReplace([note.better])}
            />
          )}
        </Advice>
      )
    case 'not yours':
    case 'in vain': {
      const values = { permissions: permissions(note.scopes) }
      return (
        <Advice severity="warning">
          <Trans
            text={
              note.kind === 'in vain'
                ? t('With your current roles, these have no effect: {{permissions}}.', values)
                : t('You don’t have these permissions in [[place]]: {{permissions}}.', values)
            }
            place={name}
          />
          {note.useless.length === note.scopes.length && (
            <FixButton
              text={t('Remove them', { count: note.useless.length, defaultValue_one: 'Remove it' })}
              apply={() => onRemoveScopes(note.useless)}
            />
          )}
        </Advice>
      )
    }
    case 'unknown':
      return (
        <Advice>
          <CaveatWords caveat={{ kind: 'inside', place }} />
        </Advice>
      )
  }
}
