-- What people have been told of by the robot of their group, so that several instances tell it once and it is told again in time.
CREATE TABLE IF NOT EXISTS zhudian_alerts (
  key text PRIMARY KEY,
  told_at timestamptz NOT NULL
);
