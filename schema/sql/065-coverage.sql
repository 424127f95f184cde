-- Which enterprises had their visit this month, kept beside the row: a list can filter by it, and no rule can say "the month's
-- first day". A visit counts once it is submitted; one that is returned does not.

CREATE OR REPLACE FUNCTION zhudian_last_visited_on(which uuid) RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT max(visited_on) FROM visits WHERE enterprise = which AND status IN ('submitted', 'locked')
$$;

CREATE OR REPLACE FUNCTION zhudian_touch_coverage(which uuid) RETURNS void
LANGUAGE sql AS $$
  UPDATE enterprises e SET last_visited_on = s.last, visited_this_month = coalesce(s.last >= date_trunc('month', zhudian_today())::date, false)
  FROM (SELECT zhudian_last_visited_on(which) AS last) s
  WHERE e.id = which AND (e.last_visited_on, e.visited_this_month)
    IS DISTINCT FROM (s.last, coalesce(s.last >= date_trunc('month', zhudian_today())::date, false))
$$;

CREATE OR REPLACE FUNCTION visits_coverage() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.status IN ('submitted', 'locked') THEN PERFORM zhudian_touch_coverage(OLD.enterprise); END IF;
  IF TG_OP <> 'DELETE' AND NEW.status IN ('submitted', 'locked') THEN PERFORM zhudian_touch_coverage(NEW.enterprise); END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_coverage AFTER INSERT OR DELETE OR UPDATE OF status, visited_on, enterprise ON visits
FOR EACH ROW EXECUTE FUNCTION visits_coverage();

-- The month turns at midnight without anybody writing anything: called once a minute and at start.
CREATE OR REPLACE FUNCTION zhudian_refresh_coverage() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  changed integer;
BEGIN
  UPDATE enterprises SET visited_this_month = NOT visited_this_month
  WHERE visited_this_month IS DISTINCT FROM coalesce(last_visited_on >= date_trunc('month', zhudian_today())::date, false);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END
$$;

-- The rows that were there before this file.
SELECT zhudian_touch_coverage(id) FROM enterprises;

-- What an enterprise was called, and whether it was in service, before a day on which that changed: a month that is over is told with the
-- enterprises it had, and a text may name one as it was called when the text was written.
CREATE TABLE IF NOT EXISTS enterprise_past (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, enterprise uuid NOT NULL, until date NOT NULL, name text NOT NULL, status text);
CREATE INDEX IF NOT EXISTS enterprise_past_of ON enterprise_past (enterprise, until);

CREATE OR REPLACE FUNCTION enterprises_past() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO enterprise_past (enterprise, until, name, status) VALUES (OLD.id, zhudian_today(), OLD.name, OLD.status);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER enterprises_past AFTER UPDATE OF name, status ON enterprises FOR EACH ROW
WHEN ((NEW.name, NEW.status) IS DISTINCT FROM (OLD.name, OLD.status)) EXECUTE FUNCTION enterprises_past();

-- Whether an enterprise was in service at the end of a day; of days to come, whether it is.
CREATE OR REPLACE FUNCTION zhudian_in_service(which enterprises, day date) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT p.status FROM enterprise_past p WHERE p.enterprise = which.id AND p.until > day ORDER BY p.seq LIMIT 1), which.status) = 'active'
$$;
