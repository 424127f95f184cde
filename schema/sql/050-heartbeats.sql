-- When each part outside Directus was last heard of, for the health report of every instance.
CREATE TABLE IF NOT EXISTS zhudian_heartbeats (
  part text PRIMARY KEY,
  at timestamptz NOT NULL,
  detail json
);
