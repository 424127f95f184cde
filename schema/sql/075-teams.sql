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

-- People of a county go to its enterprises, those of the city to all. Only what is written anew is asked.
CREATE OR REPLACE FUNCTION team_members_county() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_history() OR (TG_OP = 'UPDATE' AND (NEW.inspector, NEW.team) IS NOT DISTINCT FROM (OLD.inspector, OLD.team)) THEN RETURN NEW; END IF;
  PERFORM FROM inspectors i, teams t JOIN enterprises e ON e.id = t.enterprise
  WHERE t.id = NEW.team AND i.id = NEW.inspector AND i.level <> 'city' AND i.county IS DISTINCT FROM e.county;
  IF FOUND THEN PERFORM zhudian_refuse('team_members_county', '该驻点人员属于其他县（市、区）；请从该企业所在县（市、区）的人员或市级人员中选择'); END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER team_members_county BEFORE INSERT OR UPDATE OF inspector, team ON team_members
FOR EACH ROW EXECUTE FUNCTION team_members_county();

CREATE OR REPLACE FUNCTION teams_county() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM team_members m JOIN inspectors i ON i.id = m.inspector, enterprises e
  WHERE m.team = NEW.id AND e.id = NEW.enterprise AND i.level <> 'city' AND i.county IS DISTINCT FROM e.county;
  IF FOUND THEN PERFORM zhudian_refuse('teams_county', '驻点组中有其他县（市、区）的人员，不能改到该企业；请先更换成员'); END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER teams_county BEFORE UPDATE OF enterprise ON teams
FOR EACH ROW WHEN (NEW.enterprise IS DISTINCT FROM OLD.enterprise) EXECUTE FUNCTION teams_county();

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
