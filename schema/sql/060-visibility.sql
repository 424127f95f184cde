-- Which logins see an enterprise (its team in force) and a visit (who was there), kept beside the row. Permission rules that
-- followed teams and members themselves would join them in: each row counts once for every member then, in sums and counts too.

CREATE OR REPLACE FUNCTION zhudian_enterprise_visible_to(which uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT string_agg(DISTINCT i."user"::text, ' ')
  FROM teams t JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector
  WHERE t.enterprise = which AND i."user" IS NOT NULL
    AND t.valid_from <= zhudian_today() AND (t.valid_to IS NULL OR t.valid_to >= zhudian_today())
$$;

CREATE OR REPLACE FUNCTION zhudian_visit_visible_to(which uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT string_agg(DISTINCT i."user"::text, ' ') FROM visit_inspectors v JOIN inspectors i ON i.id = v.inspector
  WHERE v.visit = which AND i."user" IS NOT NULL
$$;

-- A team comes into force, and goes out of it, at midnight without anybody writing anything: called once a minute and at start.
CREATE OR REPLACE FUNCTION zhudian_refresh_visibility() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  changed integer;
BEGIN
  UPDATE enterprises e SET visible_to = s.logins
  FROM (SELECT id, zhudian_enterprise_visible_to(id) AS logins FROM enterprises) s
  WHERE e.id = s.id AND e.visible_to IS DISTINCT FROM s.logins;
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END
$$;

CREATE OR REPLACE FUNCTION zhudian_touch_enterprise(which uuid) RETURNS void
LANGUAGE sql AS $$
  UPDATE enterprises SET visible_to = zhudian_enterprise_visible_to(which)
  WHERE id = which AND visible_to IS DISTINCT FROM zhudian_enterprise_visible_to(which)
$$;

CREATE OR REPLACE FUNCTION teams_visibility() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM zhudian_touch_enterprise(OLD.enterprise); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM zhudian_touch_enterprise(NEW.enterprise); END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER teams_visibility AFTER INSERT OR UPDATE OR DELETE ON teams FOR EACH ROW EXECUTE FUNCTION teams_visibility();

CREATE OR REPLACE FUNCTION team_members_visibility() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM zhudian_touch_enterprise(enterprise) FROM teams
  WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.team END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.team END);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER team_members_visibility AFTER INSERT OR UPDATE OR DELETE ON team_members
FOR EACH ROW EXECUTE FUNCTION team_members_visibility();

CREATE OR REPLACE FUNCTION visit_inspectors_visibility() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE visits SET visible_to = zhudian_visit_visible_to(id)
  WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.visit END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.visit END)
    AND visible_to IS DISTINCT FROM zhudian_visit_visible_to(id);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visit_inspectors_visibility AFTER INSERT OR UPDATE OR DELETE ON visit_inspectors
FOR EACH ROW EXECUTE FUNCTION visit_inspectors_visibility();

CREATE OR REPLACE FUNCTION inspectors_visibility() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM zhudian_touch_enterprise(enterprise) FROM (SELECT DISTINCT t.enterprise FROM teams t JOIN team_members m ON m.team = t.id WHERE m.inspector = NEW.id) AS theirs;
  UPDATE visits SET visible_to = zhudian_visit_visible_to(id)
  WHERE id IN (SELECT visit FROM visit_inspectors WHERE inspector = NEW.id) AND visible_to IS DISTINCT FROM zhudian_visit_visible_to(id);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER inspectors_visibility AFTER UPDATE OF "user" ON inspectors FOR EACH ROW
WHEN (NEW."user" IS DISTINCT FROM OLD."user") EXECUTE FUNCTION inspectors_visibility();

-- The rows that were there before this file.
SELECT zhudian_refresh_visibility();
UPDATE visits SET visible_to = zhudian_visit_visible_to(id) WHERE visible_to IS DISTINCT FROM zhudian_visit_visible_to(id);
