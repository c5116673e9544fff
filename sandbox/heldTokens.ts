import type { SeedStory } from './seedEvents.ts'

export interface SeedToken extends SeedStory {
  name: string
  scopes: string[]
  /** Type and name of each bound entity; an unknown name stands for a deleted entity. */
  on?: [type: string, name: string][]
  networks?: string[]
  createdDaysAgo: number
  endsInDays: number
  isActive?: boolean
  used?: { hoursAgo: number; from: string; windows: number }
}

/** One token in each state that a list can show; no two can be told apart by name alone. */
const inEveryState: SeedToken[] = [
  {
    name: 'ci-deploy',
    scopes: ['ORDER.LIST', 'ORDER.CREATE', 'RESOURCE.LIST'],
    on: [['project', 'Genomics']],
    createdDaysAgo: 40,
    endsInDays: 200,
    used: { hoursAgo: 0.05, from: '192.0.2.17', windows: 1873 },
    movedFrom: '192.0.2.16',
  },
  {
    name: 'nightly-backup',
    scopes: ['RESOURCE.LIST', 'RESOURCE.UPDATE'],
    on: [
      ['resource', 'geenivaramu-arhiiv'],
      ['resource', 'magnetometer-arkiv'],
    ],
    networks: ['192.0.2.0/24', '2001:db8:17::/48'],
    createdDaysAgo: 87,
    endsInDays: 3,
    used: { hoursAgo: 9, from: '192.0.2.44', windows: 86 },
    networksHoursAgo: 85 * 24,
    denied: [
      { hoursAgo: 340.4, from: '203.0.113.9', reason: null },
      { hoursAgo: 340.1, from: '203.0.113.9', reason: null },
    ],
  },
  {
    name: 'grafana-usage',
    scopes: ['RESOURCE.LIST', 'PROJECT.LIST', 'OFFERING.MANAGE_BACKEND_RESOURCES'],
    createdDaysAgo: 120,
    endsInDays: 245,
    used: { hoursAgo: 0.4, from: '2001:db8::9f', windows: 17_020 },
  },
  {
    name: 'spring-import',
    scopes: ['RESOURCE.LIST_IMPORTABLE', 'RESOURCE.SET_BACKEND_ID'],
    createdDaysAgo: 30,
    endsInDays: -0.1,
    used: { hoursAgo: 26, from: '198.51.100.8', windows: 12 },
  },
  {
    name: 'conference-demo',
    scopes: ['PROJECT.LIST'],
    createdDaysAgo: 150,
    endsInDays: -60,
    isActive: false,
    used: { hoursAgo: 61 * 24, from: '203.0.113.5', windows: 9 },
    event: 'pat_expired',
  },
  {
    name: 'old-laptop',
    scopes: ['PROJECT.LIST', 'PROJECT.UPDATE', 'ORDER.LIST'],
    createdDaysAgo: 200,
    endsInDays: 100,
    isActive: false,
    used: { hoursAgo: 30 * 24, from: '203.0.113.77', windows: 402 },
    movedFrom: '203.0.113.70',
    changed: { project: 'Genomics', hoursAgo: 30 * 24 },
    event: 'pat_revoked',
    denied: [{ hoursAgo: 0.6, from: '203.0.113.77', reason: 'revoked' }],
  },
  {
    name: 'slurm-sync',
    scopes: ['RESOURCE.SET_USAGE', 'RESOURCE.SET_STATE'],
    on: [['offering', 'Rocket HPC']],
    createdDaysAgo: 90,
    endsInDays: 120,
    isActive: false,
    used: { hoursAgo: 5 * 24, from: '192.0.2.90', windows: 5120 },
  },
  {
    name: 'slurm-sync',
    scopes: ['RESOURCE.SET_USAGE', 'RESOURCE.SET_STATE'],
    on: [['offering', 'Rocket HPC']],
    createdDaysAgo: 5,
    endsInDays: 120,
    used: { hoursAgo: 1.5, from: '192.0.2.90', windows: 288 },
    event: 'pat_rotated',
  },
  {
    name: 'terraform',
    scopes: ['ORDER.CREATE', 'ORDER.LIST', 'RESOURCE.LIST', 'RESOURCE.TERMINATE'],
    on: [['customer', 'UiT Norges arktiske universitet']],
    createdDaysAgo: 2,
    endsInDays: 88,
  },
  {
    name: 'thesis-export',
    scopes: ['RESOURCE.LIST'],
    on: [['project', 'Magistritöö 2024']],
    createdDaysAgo: 300,
    endsInDays: 60,
    used: { hoursAgo: 100 * 24, from: '198.51.100.23', windows: 31 },
  },
  {
    name: 'legacy-inventory',
    scopes: ['RESOURCE.LIST', 'RESOURCE.LIST_USERS', 'CUSTOMER.CREATE'],
    on: [
      ['customer', 'Tartu Ülikool'],
      ['project', 'Vana andmeladu'],
    ],
    createdDaysAgo: 340,
    endsInDays: 20,
    used: { hoursAgo: 3 * 24, from: '198.51.100.4', windows: 340 },
  },
]

/** What each of the seeded people holds, by username. */
export const heldTokens: Record<string, SeedToken[]> = {
  owner: inEveryState,
  staff: [
    ...inEveryState,
    {
      name: 'platform-audit',
      scopes: ['STAFF.ACCESS', 'CUSTOMER.LIST_USERS', 'PROJECT.LIST'],
      networks: ['198.51.100.0/24'],
      createdDaysAgo: 14,
      endsInDays: 76,
      used: { hoursAgo: 20, from: '198.51.100.9', windows: 55 },
    },
  ],
  manager: [
    {
      name: 'sequencer-upload',
      scopes: ['RESOURCE.LIST', 'ORDER.CREATE'],
      on: [['project', 'Genomics']],
      createdDaysAgo: 12,
      endsInDays: 170,
      used: { hoursAgo: 4, from: '192.0.2.201', windows: 300 },
    },
  ],
  provider: [
    {
      name: 'catalogue-texts',
      scopes: ['OFFERING.UPDATE_DESCRIPTION', 'OFFERING.PAUSE', 'SERVICE_PROVIDER.GET_STATISTICS'],
      on: [['service_provider', 'Universität Tübingen']],
      createdDaysAgo: 21,
      endsInDays: 160,
    },
    {
      // Works until the daily task removes the grant.
      name: 'corpus-index',
      scopes: ['RESOURCE.UPDATE', 'RESOURCE.LIST'],
      on: [['project', 'Hölderlin-Korpus']],
      createdDaysAgo: 60,
      endsInDays: 120,
      used: { hoursAgo: 2, from: '192.0.2.31', windows: 940 },
    },
    {
      // Works although its role is turned off.
      name: 'imaging-audit',
      scopes: ['ORDER.CANCEL'],
      on: [['project', 'Lungenbildgebung']],
      createdDaysAgo: 9,
      endsInDays: 81,
    },
  ],
  support: [
    {
      name: 'status-board',
      scopes: ['SUPPORT.ACCESS'],
      createdDaysAgo: 33,
      endsInDays: 57,
      used: { hoursAgo: 0.2, from: '198.51.100.61', windows: 3100 },
    },
    {
      name: 'ticket-lookup',
      scopes: ['PROJECT.LIST', 'ORDER.LIST'],
      createdDaysAgo: 70,
      endsInDays: 110,
      used: { hoursAgo: 7, from: '198.51.100.62', windows: 210 },
    },
  ],
  site: [
    {
      name: 'site-audit',
      scopes: ['PROJECT.UPDATE', 'CUSTOMER.LIST_USERS', 'ORDER.CANCEL'],
      createdDaysAgo: 8,
      endsInDays: 52,
      used: { hoursAgo: 30, from: '192.0.2.90', windows: 25 },
    },
    {
      name: 'genomics-upkeep',
      scopes: ['PROJECT.UPDATE', 'RESOURCE.SET_STATE'],
      on: [['project', 'Genomics']],
      createdDaysAgo: 3,
      endsInDays: 87,
    },
  ],
  gone: [
    {
      // Whether it may change the project depends on a role that doesn't say where it is held.
      name: 'forest-orders',
      scopes: ['PROJECT.UPDATE', 'ORDER.CREATE', 'OFFERING.PAUSE'],
      on: [['project', 'Forêts du Jura']],
      createdDaysAgo: 15,
      endsInDays: 45,
      used: { hoursAgo: 9, from: '192.0.2.91', windows: 60 },
    },
  ],
  noflag: [
    {
      name: 'from-before-the-flag',
      scopes: ['PROJECT.LIST'],
      createdDaysAgo: 100,
      endsInDays: 90,
    },
  ],
}
