/** The tables of database.ts in SQL: they are created in a millisecond, without a migration tool. */
export const tables = `
DROP TABLE IF EXISTS users;
DROP TABLE IF EXISTS sessions;
DROP TABLE IF EXISTS roles;
DROP TABLE IF EXISTS grants;
DROP TABLE IF EXISTS entities;
DROP TABLE IF EXISTS tokens;
DROP TABLE IF EXISTS bindings;
DROP TABLE IF EXISTS events;
DROP TABLE IF EXISTS consumers;
CREATE TABLE users (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, username TEXT NOT NULL UNIQUE, password_hash TEXT NOT NULL,
  first_name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL, organization TEXT NOT NULL,
  is_staff INTEGER NOT NULL, is_support INTEGER NOT NULL, is_active INTEGER NOT NULL, can_use_pats INTEGER NOT NULL,
  preferred_language TEXT NOT NULL, joined INTEGER NOT NULL, details TEXT NOT NULL
);
CREATE TABLE sessions (user TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, expires_at INTEGER, is_verified INTEGER NOT NULL);
CREATE TABLE roles (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT NOT NULL,
  content_type TEXT NOT NULL, is_system INTEGER NOT NULL, is_active INTEGER NOT NULL, permissions TEXT NOT NULL
);
CREATE TABLE grants (
  id INTEGER PRIMARY KEY, user TEXT NOT NULL, role TEXT NOT NULL, scope_type TEXT NOT NULL, scope TEXT NOT NULL,
  expires_at INTEGER, is_active INTEGER NOT NULL
);
CREATE INDEX grants_user ON grants (user);
CREATE TABLE entities (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL,
  search_text TEXT NOT NULL, slug TEXT NOT NULL, state TEXT NOT NULL, created INTEGER NOT NULL, customer TEXT,
  project TEXT, offering TEXT, resource TEXT, call TEXT, organizer TEXT, provider TEXT, author TEXT,
  is_shared INTEGER NOT NULL, details TEXT NOT NULL
);
CREATE INDEX entities_type ON entities (type, name_key, id);
CREATE INDEX entities_customer ON entities (customer);
CREATE INDEX entities_project ON entities (project);
CREATE TABLE tokens (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, user TEXT NOT NULL, name TEXT NOT NULL, prefix TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL, networks TEXT NOT NULL, expires_at INTEGER NOT NULL,
  is_active INTEGER NOT NULL, last_used_at INTEGER, last_used_ip TEXT, use_count INTEGER NOT NULL,
  created INTEGER NOT NULL
);
CREATE INDEX tokens_user ON tokens (user, created, id);
CREATE TABLE bindings (id INTEGER PRIMARY KEY, token TEXT NOT NULL, type TEXT NOT NULL, entity TEXT NOT NULL);
CREATE INDEX bindings_token ON bindings (token);
CREATE TABLE events (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, type TEXT NOT NULL,
  message TEXT NOT NULL, feeds TEXT NOT NULL, context TEXT NOT NULL
);
CREATE TABLE consumers (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, user TEXT NOT NULL, object_types TEXT NOT NULL, scope_type TEXT,
  scope TEXT, rmq_username TEXT NOT NULL, auth_kind TEXT NOT NULL, token_prefix TEXT NOT NULL,
  token_name TEXT NOT NULL, created INTEGER NOT NULL
);
CREATE INDEX consumers_user ON consumers (user);
CREATE INDEX events_pat ON events (json_extract(context, '$.pat_uuid'), created);
CREATE INDEX events_created ON events (created);
`
