/** What tells Waldur's releases apart; null if unknown. */
export interface Signs {
  places: boolean | null
  networks: boolean | null
  /** All permissions that this Waldur server has. */
  permissions: ReadonlySet<string> | null
}

/** What the page can do only with a newer Waldur. */
export type Missing = 'places' | 'networks' | 'activity' | 'event queues'

export interface Release {
  release: string
  /** What it lacks, if that is known. */
  missing: Missing[]
}

/**
 * Which release a Waldur server resembles, judged by what it can do (waldur-api, section 3, the table of releases), and
 * what it lacks. Releases between two of these count as one of them; null if the signs are not conclusive.
 */
export function releaseOf({ places, networks, permissions }: Signs): Release | null {
  if (places === false) {
    // A release with networks also has places, so the signs contradict each other.
    if (networks) return null
    const limits: Missing[] = networks === false ? ['places', 'networks'] : ['places']
    return { release: '8.0.7', missing: [...limits, 'activity', 'event queues'] }
  }
  if (networks === false) return { release: '8.0.9', missing: ['networks', 'activity', 'event queues'] }
  if (!places || !networks || !permissions) return null
  if (permissions.has('OFFERING.UPDATE_ENDPOINT')) return { release: '8.1.4', missing: [] }
  return permissions.has('PROJECT.SET_SLUG')
    ? { release: '8.1.3', missing: [] }
    : { release: '8.1.2', missing: ['event queues'] }
}
