import type { Entity } from '../../entities/queries.ts'
import { parentsOf } from '../../entities/queries.ts'
import { entityKind } from '../../entities/types.ts'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { nameText } from '../../ui/names.ts'
import type { HeldRole } from '../access/access.ts'
import { CaveatWords } from '../access/CaveatWords.tsx'
import { noEffectText, notHeldText, roleAboveText } from '../access/noEffectText.ts'
import { notAskedText } from '../access/notAskedText.ts'
import type { PlaceNote } from '../access/placeNotes.ts'
import { placeNotes } from '../access/placeNotes.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { TokenForm } from './form.ts'
import type { Fix, Note } from './Note.tsx'
import { placeFixes } from './placeFixes.ts'
import { placesText, rejectionText } from './placeWords.ts'
import { useRolePlaces } from './rolePlaces.ts'
import { usePlan } from './usePlan.ts'

/** Further permissions are only counted. */
const MOST = 4
/** With more places a single button would do too much at once. */
const MOST_PLACES = 5

/** Notes about the chosen places, each with what would fix it. */
export function usePlaceNotes(form: TokenForm): Note[] {
  const { scopes, chosen, holder } = usePlan(form.control)
  const rolePlaces = useRolePlaces()
  const words = usePermissionWords()
  if (!holder || !chosen || scopes.length === 0) return []
  const fixes = placeFixes(form)
  const permissions = (some: readonly string[]) =>
    listing(
      some.map((scope) => words(scope).label),
      MOST,
    )
  const entities = (roles: readonly HeldRole[]) =>
    rolePlaces.filter(({ type, uuid }) => roles.some((role) => role.type === type && role.uuid === uuid))
  const instead = (place: Entity, better: readonly Entity[]): Fix | undefined =>
    better.length > 0 && better.length <= MOST_PLACES
      ? {
          text: t('Limit to [[places]] instead', { places: placesText(better) }),
          apply: () => fixes.replace(place, better),
        }
      : undefined
  const noteOf = (place: Entity, note: PlaceNote<Entity>): Omit<Note, 'key'> | null => {
    const name = <Name of={place.name} strong />
    switch (note.kind) {
      case 'rejected': {
        const fix = instead(place, entities(note.better))
        // Without it, what the list of places says is enough.
        return fix
          ? {
              severity: 'error',
              text: (
                <>
                  {name}: <Trans text={rejectionText(scopes, place, holder) ?? ''} />.
                </>
              ),
              fix,
            }
          : null
      }
      case 'included':
        return {
          severity: 'info',
          text: (
            <Trans
              text={t('[[place]] includes [[places]].')}
              place={<Name of={note.by.name} strong />}
              places={<Name of={place.name} />}
            />
          ),
          fix: { text: t('Remove [[place]]', { place: nameText(place.name) }), apply: () => fixes.remove(place) },
        }
      case 'above': {
        const text = note.all
          ? t(
              'Your role is above [[place]], in [[above]]. It doesn’t count for a token limited to [[place]]. For that, you need a role in [[place]].',
            )
          : roleAboveText(permissions(note.scopes), note.scopes.length)
        return {
          severity: 'warning',
          text: <Trans text={text} place={<Name of={place.name} />} above={<Name of={note.better.name} strong />} />,
          fix: instead(place, entities([note.better])),
        }
      }
      case 'inside':
        return {
          severity: 'info',
          text: (
            <Trans
              text={t('In [[place]], these work only inside [[places]]: {{permissions}}.', {
                count: note.scopes.length,
                defaultValue_one: 'In [[place]], this works only inside [[places]]: {{permissions}}.',
                permissions: permissions(note.scopes),
              })}
              place={name}
              places={
                <b>
                  <bdi translate="no">{placesText(note.better)}</bdi>
                </b>
              }
            />
          ),
          fix: instead(place, entities(note.better)),
        }
      case 'not asked': {
        const { better } = note
        return {
          severity: 'warning',
          text: <Trans text={notAskedText(place.type, scopes)} place={name} />,
          fix: better
            ? {
                text: t('Limit to [[above]] ({{type}}) instead', {
                  above: nameText(better.name),
                  type: entityKind(better.type).one(),
                }),
                apply: () => fixes.replace(place, [better]),
              }
            : undefined,
        }
      }
      case 'not yours':
      case 'in vain': {
        // The table shows it. Only what works nowhere can be removed without a loss.
        if (note.useless.length < note.scopes.length) return null
        const textOf = note.kind === 'in vain' ? noEffectText : notHeldText
        return {
          severity: 'warning',
          text: <Trans text={textOf(permissions(note.scopes), note.scopes.length)} place={name} />,
          fix: {
            text: t('Remove them', { count: note.useless.length, defaultValue_one: 'Remove it' }),
            apply: () => fixes.removeScopes(note.useless),
          },
        }
      }
      case 'unknown':
        return { severity: 'info', text: <CaveatWords caveat={{ kind: 'inside', place }} /> }
    }
  }
  const notes = chosen.flatMap((place) => {
    const parents = parentsOf(place)
    const around = [
      ...parents,
      ...rolePlaces.filter(({ uuid }) => place.above.includes(uuid) && !parents.some((parent) => parent.uuid === uuid)),
    ]
    return placeNotes(scopes, place, chosen, around, holder).flatMap((found) => {
      const note = noteOf(place, found)
      // What has no effect in any place is said once.
      const about = 'useless' in found ? found.useless.join() : place.uuid
      return note ? { ...note, key: `${found.kind} ${about} ${'scopes' in found ? found.scopes.join() : ''}` } : []
    })
  })
  return [...new Map(notes.map((note) => [note.key, note])).values()]
}
