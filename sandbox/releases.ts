/**
 * The releases of Waldur that the sandbox can imitate, oldest first. A release in between behaves like the one before
 * it.
 */
export const releases = ['8.0.7', '8.0.9', '8.1.2', '8.1.3'] as const

export type Release = (typeof releases)[number]

export const latestRelease: Release = '8.1.3'

/** The first release that has each feature (waldur-api.md 3, the table of releases). */
const since = {
  /** `allowed_scopes` of a token, and `available_binding_targets`. */
  bindings: '8.0.9',
  /** `can_use_personal_access_tokens` of a user: without it no token can be created and none works. */
  'account flag': '8.0.9',
  /** A sign-in through an identity provider that ends in a one-time code. */
  'code exchange': '8.0.9',
  /** Roles on a resource and on a resource project: nine types instead of seven. */
  'resource roles': '8.0.9',
  /** `allowed_networks` of a token, `set_network_acl`, and their settings and events. */
  networks: '8.1.2',
  /** Events that name the token, and the filters `pat_uuid` and `auth_method`. */
  'events by token': '8.1.2',
  /** `available_scopes` lists what the caller holds; before, it listed every permission. */
  'held scopes only': '8.1.2',
  /** `event-consumers`, without how each queue was registered. */
  'event queues': '8.1.2',
  /** Braces are allowed in names; before, the audit log took such a name for a template and failed. */
  'braces in names': '8.1.2',
  /** A 404 that names the model of the missing object. */
  'named 404': '8.1.2',
  /** `CALL.PANEL_MEMBER` among the roles that clients refer to by name. */
  'panel members': '8.1.2',
  /** `decision_held` of a proposal. */
  'held decisions': '8.1.3',
  passkeys: '8.1.3',
  /** From 8.1.4, which is not released yet: the latest has them early, so that the page is tested with them. */
  'global roles': '8.1.3',
  /** Event consumers that show which token they were registered with. */
  'event consumers': '8.1.3',
} as const satisfies Record<string, Release>

export type Feature = keyof typeof since

/** Whether a release is the other one or later. */
export const isAtLeast = (release: Release, other: Release): boolean =>
  releases.indexOf(release) >= releases.indexOf(other)

export const has = (release: Release, feature: Feature): boolean => isAtLeast(release, since[feature])

const names = new Map<string, Release>([
  ['seed', '8.0.9'],
  ['newest', latestRelease],
])

/**
 * The release with this name; the latest if it is empty. `seed` is the release that the project's contract describes,
 * and `newest` the latest.
 * @throws Error that lists the choices
 */
export function releaseNamed(name = ''): Release {
  const release = name === '' ? latestRelease : (releases.find((one) => one === name) ?? names.get(name))
  if (release) return release
  throw new Error(`There is no release ${name} here. Choose from ${[...releases, ...names.keys()].join(', ')}.`)
}
