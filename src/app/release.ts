/** What tells the releases of Waldur apart from here; null where it is not known. */
export interface Signs {
  places: boolean | null
  networks: boolean | null
  /** The permissions that there are. */
  permissions: ReadonlySet<string> | null
}

/** What the page can do with a later Waldur only. */
export type Missing = 'places' | 'networks' | 'activity' | 'event queues'

export interface Release {
  release: string
  /** What it lacks, as far as is known. */
  missing: Missing[]
}

/**
 * Which release a Waldur is like, told by what it can do (waldur-api, section 3, the table of releases), and what it
 * lacks. Releases between two of these answer as one of them; null where the signs do not tell.
 */
export function releaseOf({ places, networks, permissions }: Signs): Release | null {
  if (places === false) {
    // One that has networks has places: the signs contradict each other.
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
