import { instantMs } from '../../api/wire.ts'
import { Trans } from '../../ui/i18n.tsx'
import { instant } from '../../ui/time.ts'
import type { Holder, NamedPlace } from '../access/access.ts'
import { boundPlaces } from '../access/places.ts'
import type { Token } from '../schema.ts'
import type { SummaryInput, Tense } from './summary.ts'
import { summary } from './summary.ts'

/** A token, or the form for one, in a few sentences. */
export const TokenSummary = ({ of, tense }: { of: SummaryInput; tense: Tense }) =>
  summary(of, tense).map(({ text, parts }, index) => (
    <Trans
      key={text}
      text={index === 0 ? text : ` ${text}`}
      name={
        <bdi style={{ fontWeight: 600 }} translate="no">
          {parts.name}
        </bdi>
      }
      permissions={
        <bdi>
          <Trans text={parts.permissions} />
        </bdi>
      }
      entities={<bdi translate="no">{parts.entities}</bdi>}
      others={<bdi translate="no">{parts.others}</bdi>}
      end={<bdi>{parts.end}</bdi>}
    />
  ))

/** What the summary of a token is made from. @param places with their parents, if known */
export const summaryInputOf = (
  { name, scopes, allowed_scopes, allowed_networks, expires_at }: Token,
  holder: Holder | null,
  places: readonly NamedPlace[] | null = boundPlaces(allowed_scopes),
): SummaryInput => ({
  name,
  scopes,
  places,
  holder,
  networks: allowed_networks?.length || null,
  end: instant(instantMs(expires_at)),
})
