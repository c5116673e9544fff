import { memo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { moveInGroups } from './moveInGroups.ts'
import type { GroupProps } from './PermissionGroup.tsx'
import { PermissionGroup } from './PermissionGroup.tsx'
import type { ScopeGroupRows } from './scopeSearch.ts'
import { firstGroups } from './scopeSearch.ts'

interface Props extends Omit<GroupProps, 'group' | 'first'> {
  groups: readonly ScopeGroupRows[]
}

/** Rows rendered first: more than a window has space for. The rest follows. */
const FIRST = 20

/**
 * The groups, at first the usual ones and those with something chosen. Memoized, so that typing does not wait for it.
 */
export const GroupList = memo(function GroupList({ groups, ...rest }: Props) {
  const { selected, searching, startsOpen } = rest
  const list = useRef<HTMLDivElement>(null)
  const [isWhole, setWhole] = useState(startsOpen)
  const shown = isWhole || searching ? groups : firstGroups(groups, selected)
  const hidden = groups.filter((group) => !shown.includes(group))
  const showAll = () => {
    // The button disappears; the first of the groups that it names takes the focus.
    flushSync(() => setWhole(true))
    const [next] = hidden
    const heads = list.current?.querySelectorAll<HTMLElement>('[data-fold]')
    if (next) heads?.[groups.indexOf(next)]?.focus()
  }
  let left = FIRST
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the buttons and checkboxes in it
    <div ref={list} onKeyDown={moveInGroups}>
      {shown.map((group) => {
        const first = Math.min(left, group.rows.length)
        left -= first
        return <PermissionGroup key={group.name} group={group} first={searching ? first : FIRST} {...rest} />
      })}
      {hidden.length > 0 && (
        <button type="button" className="permission-rest" onClick={showAll}>
          <LineIcon d="m4 6 4 4 4-4" />
          <b>{t('{{count}} more groups', { count: hidden.length, defaultValue_one: '1 more group' })}</b>
          <span>{hidden.map(({ name }) => name).join(', ')}</span>
        </button>
      )}
    </div>
  )
})
