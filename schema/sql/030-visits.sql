-- Visits: what no door may write, and the county that follows the enterprise.

SELECT zhudian_set_check('visits', 'visits_status_known', $$status IN ('draft', 'submitted', 'returned', 'locked', 'void')$$);
SELECT zhudian_set_check('visits', 'visits_times_in_order', $$arrived_at IS NULL OR left_at IS NULL OR left_at >= arrived_at$$);
SELECT zhudian_set_check('visits', 'visits_texts', $$
  char_length(coalesce(log, '')) <= 20000 AND char_length(coalesce(remarks, '')) <= 5000 AND char_length(coalesce(good_practice, '')) <= 5000
  AND zhudian_is_plain(log) AND zhudian_is_plain(remarks) AND zhudian_is_plain(good_practice)$$);
SELECT zhudian_set_check('visits', 'visits_figures', $$
  coalesce(responsibility_lists_checked, 0) BETWEEN 0 AND 100000 AND coalesce(rules_improved, 0) BETWEEN 0 AND 100000
  AND coalesce(morning_meetings_urged, 0) BETWEEN 0 AND 100000 AND coalesce(warning_educations_urged, 0) BETWEEN 0 AND 100000
  AND coalesce(drills_urged, 0) BETWEEN 0 AND 100000 AND coalesce(reward_amount_wan, 0) BETWEEN 0 AND 100000
  AND coalesce(hazardous_work_supervised, 0) BETWEEN 0 AND 100000$$);
SELECT zhudian_set_check('visit_items', 'visit_items_result_known',
  $$result IS NULL OR result IN ('in_place', 'partial', 'missing', 'not_applicable')$$);
SELECT zhudian_set_check('visit_items', 'visit_items_texts', $$
  char_length(coalesce(implementation, '')) <= 5000 AND char_length(coalesce(problem, '')) <= 5000
  AND char_length(coalesce(suggestion, '')) <= 5000
  AND zhudian_is_plain(implementation) AND zhudian_is_plain(problem) AND zhudian_is_plain(suggestion)$$);
-- 问题要具体化: an item found lacking says what is lacking and what to do.
SELECT zhudian_set_check('visit_items', 'visit_items_lacking_is_concrete', $$
  result IS NULL OR result NOT IN ('partial', 'missing')
  OR (problem IS NOT NULL AND suggestion IS NOT NULL AND zhudian_is_concrete(problem) AND zhudian_is_concrete(suggestion))$$);

CREATE OR REPLACE FUNCTION visits_before() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  zone constant text := coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai');
BEGIN
  SELECT county INTO NEW.county FROM enterprises WHERE id = NEW.enterprise;
  -- The team in force on the day, unless another one is named.
  IF TG_OP = 'INSERT' THEN
    NEW.team := coalesce(NEW.team, zhudian_team_on(NEW.enterprise, NEW.visited_on));
  ELSIF (NEW.enterprise, NEW.visited_on) IS DISTINCT FROM (OLD.enterprise, OLD.visited_on) AND NEW.team IS NOT DISTINCT FROM OLD.team THEN
    NEW.team := zhudian_team_on(NEW.enterprise, NEW.visited_on);
  END IF;
  IF NEW.team IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.team IS DISTINCT FROM OLD.team) THEN
    PERFORM FROM teams WHERE id = NEW.team AND enterprise = NEW.enterprise;
    IF NOT FOUND THEN PERFORM zhudian_refuse('visits_team_enterprise', '所选驻点组不是这家企业的驻点组'); END IF;
  END IF;
  IF (TG_OP = 'INSERT' OR NEW.visited_on IS DISTINCT FROM OLD.visited_on) AND NEW.visited_on > zhudian_today() THEN
    PERFORM zhudian_refuse('visits_visited_on_past', '驻点日期不能晚于今天');
  END IF;
  IF NOT zhudian_history() THEN
    -- When it was handed in is the system's to note.
    NEW.submitted_at := CASE WHEN TG_OP = 'UPDATE' THEN OLD.submitted_at END;
    NEW.resubmitted_at := CASE WHEN TG_OP = 'UPDATE' THEN OLD.resubmitted_at END;
    IF TG_OP = 'INSERT' OR (NEW.visited_on, NEW.arrived_at, NEW.left_at) IS DISTINCT FROM (OLD.visited_on, OLD.arrived_at, OLD.left_at) THEN
      IF (NEW.arrived_at AT TIME ZONE zone)::date <> NEW.visited_on OR (NEW.left_at AT TIME ZONE zone)::date <> NEW.visited_on THEN
        PERFORM zhudian_refuse('visits_times_on_day', '到达和离开时间须在驻点当天');
      END IF;
    END IF;
    -- A phone's clock may be ahead of this one. A draft is taken all the same: its major hazard must not wait for a clock.
    IF NEW.status = 'submitted'
      AND (TG_OP = 'INSERT' OR (NEW.status, NEW.arrived_at, NEW.left_at) IS DISTINCT FROM (OLD.status, OLD.arrived_at, OLD.left_at))
      AND greatest(NEW.arrived_at, NEW.left_at) > greatest(zhudian_now(), clock_timestamp()) + interval '15 minutes' THEN
      PERFORM zhudian_refuse('visits_times_past', '到达和离开时间不能晚于现在');
    END IF;
    IF NEW.status = 'submitted' AND date_trunc('minute', NEW.arrived_at) = date_trunc('minute', NEW.left_at)
      AND (TG_OP = 'INSERT' OR (NEW.status, NEW.arrived_at, NEW.left_at) IS DISTINCT FROM (OLD.status, OLD.arrived_at, OLD.left_at)) THEN
      PERFORM zhudian_refuse('visits_times_apart', '离开时间与到达时间相同；请填写实际离开的时间，记不清的请留空');
    END IF;
  END IF;
  IF NEW.status = 'submitted' AND (TG_OP = 'INSERT' OR OLD.status <> 'submitted') THEN
    -- The first time is what counts; the last one is told beside it.
    IF NEW.submitted_at IS NOT NULL AND NOT zhudian_history() THEN NEW.resubmitted_at := zhudian_moment(); END IF;
    NEW.submitted_at := coalesce(NEW.submitted_at, zhudian_moment());
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER visits_before BEFORE INSERT OR UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION visits_before();

-- A visit that was written under the wrong enterprise, or the wrong day, takes its hazards along.
CREATE OR REPLACE FUNCTION visits_move_hazards() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE hazards SET enterprise = NEW.enterprise, user_updated = NEW.user_updated, correction_reason = '驻点记录更正了所属企业'
  WHERE visit = NEW.id AND enterprise IS DISTINCT FROM NEW.enterprise;
  UPDATE hazards SET found_on = NEW.visited_on, user_updated = NEW.user_updated, correction_reason = '驻点记录更正了驻点日期'
  WHERE visit = NEW.id AND found_on = OLD.visited_on AND found_on <> NEW.visited_on AND status <> 'void';
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_move_hazards AFTER UPDATE OF enterprise, visited_on ON visits FOR EACH ROW
WHEN ((NEW.enterprise, NEW.visited_on) IS DISTINCT FROM (OLD.enterprise, OLD.visited_on)) EXECUTE FUNCTION visits_move_hazards();

-- The item that a hazard was found at is one of the hazard's own visit; at commit, since a visit that comes whole writes its hazards first. A row of
-- before the rule is asked when its visit or its item is written anew.
CREATE OR REPLACE FUNCTION hazards_visit_item() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  astray boolean;
BEGIN
  IF zhudian_history() THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'hazards' THEN
    astray := EXISTS (SELECT FROM hazards h JOIN visit_items i ON i.id = h.visit_item WHERE h.id = NEW.id AND i.visit IS DISTINCT FROM h.visit);
  ELSE
    astray := EXISTS (SELECT FROM hazards h WHERE h.visit_item = NEW.id AND h.visit IS DISTINCT FROM (SELECT visit FROM visit_items WHERE id = NEW.id));
  END IF;
  IF astray THEN PERFORM zhudian_refuse('hazards_visit_item', '隐患对应的检查内容不属于该隐患的驻点记录'); END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS hazards_visit_item ON hazards;
CREATE CONSTRAINT TRIGGER hazards_visit_item AFTER INSERT OR UPDATE OF visit, visit_item ON hazards DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.visit_item IS NOT NULL) EXECUTE FUNCTION hazards_visit_item();
DROP TRIGGER IF EXISTS visit_items_move ON visit_items;
CREATE CONSTRAINT TRIGGER visit_items_move AFTER UPDATE OF visit ON visit_items DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.visit IS DISTINCT FROM OLD.visit) EXECUTE FUNCTION hazards_visit_item();

-- Who is at a visit is of its team, of its enterprise's county or of the city.
CREATE OR REPLACE FUNCTION zhudian_is_of_elsewhere(which uuid, at_visit uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM inspectors i, visits v WHERE i.id = which AND v.id = at_visit AND i.level = 'county' AND i.county IS DISTINCT FROM v.county
      AND NOT EXISTS (SELECT FROM team_members m WHERE m.team = v.team AND m.inspector = i.id))
$$;

-- A visit keeps the level its people had on that day: what a form says about it counts only while a history is carried over.
CREATE OR REPLACE FUNCTION visit_inspectors_before() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.inspector IS NOT DISTINCT FROM OLD.inspector THEN
    NEW.level := coalesce(OLD.level, NEW.level);
    RETURN NEW;
  END IF;
  IF NEW.level IS NULL OR NOT zhudian_history() THEN SELECT level INTO NEW.level FROM inspectors WHERE id = NEW.inspector; END IF;
  IF NOT zhudian_history() AND zhudian_is_of_elsewhere(NEW.inspector, NEW.visit) THEN
    PERFORM zhudian_refuse('visit_inspectors_own', '驻点人员须是本组人员、本县（市、区）人员或市级人员；其他县（市、区）的人员不能作为本次驻点人员');
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER visit_inspectors_before BEFORE INSERT OR UPDATE OF inspector, level ON visit_inspectors
FOR EACH ROW EXECUTE FUNCTION visit_inspectors_before();

-- Nobody is at a visit twice; at commit, since two may change places. One after the other: two rows at once would each find the other absent. What
-- was there before is not asked.
CREATE OR REPLACE FUNCTION visit_inspectors_once() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  IF zhudian_history() THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.inspector, NEW.visit) IS NOT DISTINCT FROM (OLD.inspector, OLD.visit) THEN RETURN NULL; END IF;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('zhudian.present.' || NEW.visit, 0));
  SELECT i.name INTO told FROM visit_inspectors here JOIN inspectors i ON i.id = here.inspector
  JOIN visit_inspectors o ON o.visit = here.visit AND o.id <> here.id JOIN inspectors p ON p.id = o.inspector
  WHERE here.id = NEW.id AND zhudian_same_person(i, p) LIMIT 1;
  IF FOUND THEN PERFORM zhudian_refuse('visit_inspectors_once', format('%s已经是本次驻点人员，同一人不能出现两次；请改选实际到场的另一人', told)); END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS visit_inspectors_once ON visit_inspectors;
CREATE CONSTRAINT TRIGGER visit_inspectors_once AFTER INSERT OR UPDATE OF inspector, visit ON visit_inspectors DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.inspector IS NOT NULL AND NEW.visit IS NOT NULL) EXECUTE FUNCTION visit_inspectors_once();

-- A team serves one period after another; its dates are in order.
SELECT zhudian_set_check('teams', 'teams_dates_in_order', $$valid_to IS NULL OR valid_to >= valid_from$$);
