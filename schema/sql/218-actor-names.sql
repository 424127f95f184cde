-- Who took a step, or settled a mark, stands there by name: an office sees no log-ins but its own, an inspector none, and a name outlives its
-- log-in. A field that refers to a log-in its reader may not see opens a form with an error.

CREATE OR REPLACE FUNCTION zhudian_person(login uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(i.name, nullif(btrim(concat(u.last_name, u.first_name)), ''))
  FROM directus_users u LEFT JOIN inspectors i ON i."user" = u.id WHERE u.id = login ORDER BY i.name LIMIT 1
$$;

CREATE OR REPLACE FUNCTION zhudian_name_actor() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.actor_name := coalesce(NEW.actor_name, zhudian_person(NEW.actor));
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER visit_events_actor BEFORE INSERT ON visit_events FOR EACH ROW EXECUTE FUNCTION zhudian_name_actor();
CREATE OR REPLACE TRIGGER report_events_actor BEFORE INSERT ON report_events FOR EACH ROW EXECUTE FUNCTION zhudian_name_actor();
CREATE OR REPLACE TRIGGER hazard_events_actor BEFORE INSERT ON hazard_events FOR EACH ROW EXECUTE FUNCTION zhudian_name_actor();

-- Those of before.
UPDATE visit_events SET actor_name = zhudian_person(actor) WHERE actor_name IS NULL AND zhudian_person(actor) IS NOT NULL;
UPDATE report_events SET actor_name = zhudian_person(actor) WHERE actor_name IS NULL AND zhudian_person(actor) IS NOT NULL;
UPDATE hazard_events SET actor_name = zhudian_person(actor) WHERE actor_name IS NULL AND zhudian_person(actor) IS NOT NULL;
UPDATE suspicions SET dismissed_by_name = zhudian_person(dismissed_by) WHERE dismissed_by_name IS NULL AND zhudian_person(dismissed_by) IS NOT NULL;
