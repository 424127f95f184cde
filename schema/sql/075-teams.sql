-- Teams: one in force per enterprise and day, with at least two active members (两人一企).

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The one rule that holds even when two teams are saved at the same instant.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'teams_one_in_force') THEN
    ALTER TABLE teams ADD CONSTRAINT teams_one_in_force
      EXCLUDE USING gist (enterprise WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
  END IF;
END
$$;
CREATE UNIQUE INDEX IF NOT EXISTS team_members_once ON team_members (team, inspector);

-- At commit: a team is written before its members.
CREATE OR REPLACE FUNCTION teams_pair() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  which uuid;
  active integer;
BEGIN
  IF TG_TABLE_NAME = 'teams' THEN which := NEW.id; ELSIF TG_OP = 'DELETE' THEN which := OLD.team; ELSE which := NEW.team; END IF;
  PERFORM FROM teams WHERE id = which AND (valid_to IS NULL OR valid_to >= zhudian_today());
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT count(*) INTO active FROM team_members m JOIN inspectors i ON i.id = m.inspector WHERE m.team = which AND i.status = 'active'
    AND NOT EXISTS (SELECT FROM team_members o JOIN inspectors p ON p.id = o.inspector
      WHERE o.team = which AND o.id < m.id AND p.status = 'active' AND zhudian_same_person(p, i));
  IF active < 2 THEN
    PERFORM zhudian_refuse('teams_pair', '“两人一企”：驻点组至少要有两名在岗的驻点人员');
  END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS teams_pair ON teams;
CREATE CONSTRAINT TRIGGER teams_pair AFTER INSERT OR UPDATE OF valid_from, valid_to, enterprise ON teams
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION teams_pair();
DROP TRIGGER IF EXISTS team_members_pair ON team_members;
CREATE CONSTRAINT TRIGGER team_members_pair AFTER INSERT OR UPDATE OR DELETE ON team_members
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION teams_pair();

-- An office of a county has its own people and the city's to give. The city may send people across counties.
CREATE OR REPLACE FUNCTION team_members_county() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  writer constant uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.user_created ELSE NEW.user_updated END;
BEGIN
  IF zhudian_history() OR (TG_OP = 'UPDATE' AND NEW.inspector IS NOT DISTINCT FROM OLD.inspector) THEN RETURN NEW; END IF;
  PERFORM FROM directus_users w, inspectors i
  WHERE w.id = writer AND w.role = zhudian_role('county')
    AND i.id = NEW.inspector AND i.level <> 'city' AND i.county IS DISTINCT FROM w.county;
  IF FOUND THEN PERFORM zhudian_refuse('team_members_county', '县级只能编入本县（市、区）人员或市级人员；需要跨县（市、区）派驻的请联系市级管理员'); END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER team_members_county BEFORE INSERT OR UPDATE OF inspector ON team_members
FOR EACH ROW EXECUTE FUNCTION team_members_county();

-- Who is in force for an enterprise on a day.
CREATE OR REPLACE FUNCTION zhudian_team_on(which uuid, day date) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT id FROM teams WHERE enterprise = which AND valid_from <= day AND (valid_to IS NULL OR valid_to >= day)
$$;

-- Whether an inspector may be named as having seen that a hazard is gone: of the enterprise's county, of the city, or of the team that the
-- enterprise has on that day.
CREATE OR REPLACE FUNCTION zhudian_may_verify(which uuid, of_enterprise uuid, day date) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM inspectors i WHERE i.id = which AND (i.level = 'city'
    OR i.county = (SELECT county FROM enterprises WHERE id = of_enterprise)
    OR EXISTS (SELECT FROM team_members m WHERE m.team = zhudian_team_on(of_enterprise, coalesce(day, zhudian_today())) AND m.inspector = i.id)))
$$;
