/**
 * Permissions that Waldur checks only against the user's role, to filter a list or to decide whether an order needs
 * approval. A token has their effect without them, and no more with them ([oracle]).
 */
const FOLLOWING = new Set([
  'PROJECT.LIST',
  'RESOURCE.LIST',
  'ORDER.LIST',
  'CALL.LIST',
  'ROUND.LIST',
  'INVITATION.LIST',
  'PROJECT.REVIEW_MEMBERSHIP',
  'ORDER.APPROVE_PRIVATE',
])

export const followsRole = (permission: string): boolean => FOLLOWING.has(permission)
