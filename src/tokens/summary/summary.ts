import { entityKind, isEntityType } from '../../entities/types.ts'
import { listing, t } from '../../ui/i18n.tsx'
import { nameText, visible } from '../../ui/names.ts'
import type { Holder, NamedPlace } from '../access/access.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { Outline } from './outline.ts'
import { outline } from './outline.ts'
import { permissionsPhrase } from './phrase.ts'
import { networkText, SENTENCES as WORDS } from './summaryWords.ts'

export interface SummaryInput {
  name: string
  /** Values in Waldur's spelling. */
  scopes: readonly string[]
  /** What it is limited to, including deleted entities. Null for everywhere. */
  places: readonly NamedPlace[] | null
  /** Null until the user's roles are known, and then nothing is claimed to work. */
  holder: Holder | null
  /** How many addresses and networks it may be used from. Null for anywhere. */
  networks: number | null
  /** The end in words; null while no time is chosen. */
  end: string | null
}

/** For the form, for a token, or for one that is about to be revoked. */
export type Tense = 'will' | 'can' | 'stops'

type Part = 'name' | 'permissions' | 'entities' | 'others' | 'end'

/**
 * A sentence with placeholders: `[[name]]`, `[[entities]]`. Names are inserted only when it is rendered, so none can be
 * mistaken for a placeholder. A part that is still missing in the form is empty.
 */
export interface SummarySentence {
  text: string
  parts: Record<Part, string>
  /** It is about the IP addresses. */
  isOnNetworks?: true
}

/** Further places are counted, not named, because the lists above the sentence name them all. */
const MOST = 4

/** What a token will be able to do, can do, or will stop doing: only what works with the user's current roles. */
export function summary(input: SummaryInput, tense: Tense): SummarySentence[] {
  const { name, scopes, places, holder, end } = input
  const found = outline(scopes, places, holder)
  const isForm = tense === 'will'
  const say: Say = (text, { permissions = [], isNegative = false, entities = [], others = [] } = {}) => ({
    text,
    parts: {
      name: name.trim() === '' ? (isForm ? '' : t('This token')) : nameText(name.trim()),
      permissions: permissionsPhrase(permissions, { isNegative, goesOn: GOES_ON.test(text) }),
      entities: listing(entities.map(placeName), MOST),
      others: listing(others.map(placeName), MOST),
      end: end ?? (isForm ? '' : t('the time you choose')),
    },
  })
  const networks: SummarySentence[] =
    input.networks === null ? [] : [{ ...say(networkText(input.networks)), isOnNetworks: true }]
  if (scopes.length === 0) {
    return isForm ? [toSelect(places, holder, say), ...networks] : [say(t('[[name]] has no permissions.'))]
  }
  if (isForm && places !== null && scopes.some(isGlobal)) return [say(WORDS.will.limitedGlobal())]
  const isRejected = scopes.some((scope) => isGlobal(scope) && !found.globals.includes(scope))
  if (isForm && isRejected) return [say(WORDS.will.rejected())]
  // Waldur cannot limit global permissions, and a deleted place beside one does not matter.
  const isGone = places !== null && places.length > 0 && places.every(({ uuid }) => uuid === null)
  if (!isForm && isGone && found.globals.length === 0) return [say(WORDS[tense].gone())]
  if (tense === 'stops') return stops(found, say)
  return [...reach(found, tense, holder, say), ...networks]
}

/** Permissions before the end of a sentence, in whichever language. */
const GOES_ON = /\[\[permissions]][^.]/

interface Named {
  permissions?: readonly string[]
  /** Whether the sentence says what is not possible. */
  isNegative?: boolean
  entities?: readonly NamedPlace[]
  others?: readonly NamedPlace[]
}

type Say = (text: string, named?: Named) => SummarySentence

/** In lower case if the language allows: "Genomics (project)". */
const placeName = ({ type, name }: NamedPlace): string =>
  `${nameText(name)} (${isEntityType(type) ? entityKind(type).one() : visible(type)})`

function reach(found: Outline, tense: 'will' | 'can', holder: Holder | null, say: Say): SummarySentence[] {
  const { works, unknown, globals, hasOthers, places, below, idleBelow } = found
  const words = WORDS[tense]
  const isStaffs = globals.includes('STAFF.ACCESS')
  if (holder !== null && globals.length > 0 && !hasOthers) {
    if (globals.length > 1) return [say(words.has(), { permissions: globals })]
    return [say(isStaffs ? words.staffViews() : words.supportViews())]
  }
  const also =
    holder !== null && globals.length > 0 ? [say(isStaffs ? WORDS.also.staffViews() : WORDS.also.supportViews())] : []
  if (tense === 'will' && places?.length === 0) return [toCome(found, say)]
  if (works.length > 0) return [...working(found, tense, holder, say), ...also]
  // Nothing is known to work, so only list its permissions.
  const had = holder === null ? [...unknown, ...globals] : unknown
  if (had.length > 0) return [has(found, had, tense, say), ...also]
  if (below.length > 0)
    return [say(words.below(), { permissions: idleBelow, isNegative: true, entities: below }), ...also]
  const entities = (places ?? []).filter(({ uuid }) => uuid !== null)
  return [say(entities.length > 0 ? words.readLimited() : words.read(), { entities }), ...also]
}

function working(found: Outline, tense: 'will' | 'can', holder: Holder | null, say: Say): SummarySentence[] {
  const { works: permissions, unknown, places, full, some, open, below, isSure } = found
  const words = WORDS[tense]
  if (places === null) return [say(holder?.isStaff ? words.staff() : words.everywhere(), { permissions })]
  if (!isSure && full.length === 0) return [has(found, [...permissions, ...unknown], tense, say)]
  if (!isSure) {
    return [
      say(some.length > 0 ? words.atLeastMixed() : words.atLeast(), { permissions, entities: full, others: some }),
    ]
  }
  const reads = below.length > 0 ? [say(words.mixedReads(), { others: below })] : []
  if (full.length === 0) return [say(words.each(), { permissions, entities: open }), ...reads]
  const text = some.length > 0 ? words.mixed() : holder?.isStaff ? words.staffLimited() : words.limited()
  return [say(text, { permissions, entities: full, others: some }), ...reads]
}

const has = ({ places, open }: Outline, scopes: readonly string[], tense: 'will' | 'can', say: Say): SummarySentence =>
  say(places ? WORDS[tense].hasLimited() : WORDS[tense].has(), { permissions: scopes, entities: open })

/** Before there is a permission. */
function toSelect(places: SummaryInput['places'], holder: Holder | null, say: Say): SummarySentence {
  const { atLeast, staff, everywhere } = WORDS.will
  if (places !== null) return say(atLeast(), { entities: places.filter(({ uuid }) => uuid !== null) })
  return say(holder?.isStaff ? staff() : everywhere())
}

/** For a token that will be limited, before there is a place. */
const toCome = ({ works, unknown }: Outline, say: Say): SummarySentence =>
  works.length + unknown.length > 0
    ? say(WORDS.will.atLeast(), { permissions: [...works, ...unknown] })
    : say(WORDS.will.readLimited())

/** Anything that may stop is mentioned, including what is unknown. */
function stops({ works, unknown, globals, places, open }: Outline, say: Say): SummarySentence[] {
  const lost = [...works, ...unknown]
  const viewed = globals.includes('STAFF.ACCESS') ? WORDS.stops.staffViews() : WORDS.stops.supportViews()
  const views = globals.length > 0 ? [say(viewed)] : []
  if (lost.length === 0) return views.length > 0 ? views : [say(WORDS.stops.read())]
  if (places === null) return [say(WORDS.stops.everywhere(), { permissions: [...lost, ...globals] })]
  return [say(WORDS.stops.limited(), { permissions: lost, entities: open }), ...views]
}
