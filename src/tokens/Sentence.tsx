import { instantMs } from '../api/wire.ts'
import { instant } from '../ui/time.ts'
import { Words } from '../ui/words.tsx'
import { usePermissionWords } from './permissions.ts'
import type { Plan, Tense } from './rules/summary.ts'
import { summary } from './rules/summary.ts'
import type { Token } from './schema.ts'

/** A token, or what is to become one, in one or two sentences. */
export function Sentence({ plan, tense }: { plan: Plan; tense: Tense }) {
  const words = usePermissionWords()
  const { text, parts } = summary(plan, tense, (scope) => words(scope).label)
  return (
    <Words
      text={text}
      name={<bdi style={{ fontWeight: 600 }}>{parts.name}</bdi>}
      permissions={<bdi>{parts.permissions}</bdi>}
      entities={<bdi>{parts.entities}</bdi>}
      end={<bdi>{parts.end}</bdi>}
    />
  )
}

export const planOf = ({ name, scopes, allowed_scopes, allowed_networks, expires_at }: Token): Plan => ({
  name,
  scopes,
  entities:
    allowed_scopes.length === 0
      ? null
      : allowed_scopes.flatMap((binding) =>
          binding.uuid === null ? [] : [{ type: binding.type, name: binding.name ?? binding.uuid }],
        ),
  networks: allowed_networks?.length || null,
  end: instant(instantMs(expires_at)),
})
