-- The statistics table (annex 4). What a row of it counts is said once, in the two functions below; everything else adds up.
-- Kept by county and month, so that a cumulative table is a sum of some hundred rows: whoever writes marks the county and month that he
-- touches, and a marked one is counted afresh, when it is read and, a little later, for good. A mark is only ever added or taken: savers
-- never wait for each other, and a figure is never derived from another figure. What hangs on a visit (its people, its hazards) marks the
-- visit: which month that is, and whether it counts, is asked when the mark is read, since another transaction may be changing just that.

-- Columns 1 to 11, of visits handed in between two days. A county is asked for as a range, which an index can serve whether or not one is named.
CREATE OR REPLACE FUNCTION zhudian_count_visits(first date, until date, which uuid DEFAULT NULL)
RETURNS TABLE (county uuid, month date, city_person_visits bigint, county_person_visits bigint, city_enterprise_visits bigint,
  county_enterprise_visits bigint, responsibility_lists_checked bigint, rules_improved bigint, morning_meetings_urged bigint,
  warning_educations_urged bigint, drills_urged bigint, reward_amount_wan numeric, hazardous_work_supervised bigint)
LANGUAGE sql STABLE AS $$
  SELECT v.county, date_trunc('month', v.visited_on)::date, coalesce(sum(p.city), 0)::bigint, coalesce(sum(p.county), 0)::bigint,
    count(*) FILTER (WHERE p.city > 0), count(*) FILTER (WHERE coalesce(p.city, 0) = 0),
    coalesce(sum(v.responsibility_lists_checked), 0), coalesce(sum(v.rules_improved), 0), coalesce(sum(v.morning_meetings_urged), 0),
    coalesce(sum(v.warning_educations_urged), 0), coalesce(sum(v.drills_urged), 0), coalesce(sum(v.reward_amount_wan), 0),
    coalesce(sum(v.hazardous_work_supervised), 0)
  FROM visits v LEFT JOIN (
    SELECT i.visit, count(DISTINCT i.inspector) FILTER (WHERE i.level = 'city') AS city, count(DISTINCT i.inspector) FILTER (WHERE i.level = 'county') AS county
    FROM visit_inspectors i JOIN visits w ON w.id = i.visit
    WHERE w.status IN ('submitted', 'locked') AND w.visited_on BETWEEN first AND until
      AND w.county BETWEEN coalesce(which, '00000000-0000-0000-0000-000000000000') AND coalesce(which, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    GROUP BY i.visit) p ON p.visit = v.id
  WHERE v.status IN ('submitted', 'locked') AND v.visited_on BETWEEN first AND until
    AND v.county BETWEEN coalesce(which, '00000000-0000-0000-0000-000000000000') AND coalesce(which, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  GROUP BY 1, 2
$$;

-- Columns 12 to 15, of hazards found between two days, by the month in which they were rectified (null: not yet). Those of days that the
-- opening balance covers are in the balance.
CREATE OR REPLACE FUNCTION zhudian_count_hazards(first date, until date, which uuid DEFAULT NULL)
RETURNS TABLE (county uuid, month date, rectified date, hazards bigint, majors bigint)
LANGUAGE sql STABLE AS $$
  SELECT h.county, date_trunc('month', h.found_on)::date,
    CASE WHEN h.status IN ('rectified', 'verified') THEN date_trunc('month', h.rectified_on)::date END,
    count(*), count(*) FILTER (WHERE h.severity = 'major')
  FROM hazards h LEFT JOIN visits v ON v.id = h.visit LEFT JOIN opening_balances o ON o.county = h.county AND o.as_of >= h.found_on
  WHERE (h.visit IS NULL OR v.status IN ('submitted', 'locked')) AND h.status <> 'void' AND h.found_on BETWEEN first AND until AND o.id IS NULL
    AND h.county BETWEEN coalesce(which, '00000000-0000-0000-0000-000000000000') AND coalesce(which, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  GROUP BY 1, 2, 3
$$;

CREATE TABLE IF NOT EXISTS statistics_visits (
  county uuid NOT NULL, month date NOT NULL, city_person_visits bigint NOT NULL, county_person_visits bigint NOT NULL,
  city_enterprise_visits bigint NOT NULL, county_enterprise_visits bigint NOT NULL, responsibility_lists_checked bigint NOT NULL,
  rules_improved bigint NOT NULL, morning_meetings_urged bigint NOT NULL, warning_educations_urged bigint NOT NULL,
  drills_urged bigint NOT NULL, reward_amount_wan numeric NOT NULL, hazardous_work_supervised bigint NOT NULL,
  PRIMARY KEY (county, month));
CREATE TABLE IF NOT EXISTS statistics_hazards (
  county uuid NOT NULL, month date NOT NULL, rectified date, hazards bigint NOT NULL, majors bigint NOT NULL,
  UNIQUE NULLS NOT DISTINCT (county, month, rectified));
-- A county's month, or a visit with what hangs on it.
CREATE TABLE IF NOT EXISTS statistics_marks (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, county uuid, month date);
ALTER TABLE statistics_marks ALTER COLUMN county DROP NOT NULL, ALTER COLUMN month DROP NOT NULL, ADD COLUMN IF NOT EXISTS visit uuid;

-- The county-months that some visits touch: their own, and those of their hazards.
CREATE OR REPLACE FUNCTION zhudian_months_of_visits(visits uuid[]) RETURNS TABLE (county uuid, month date)
LANGUAGE sql STABLE AS $$
  SELECT v.county, date_trunc('month', v.visited_on)::date FROM visits v WHERE v.id = ANY(visits)
  UNION
  SELECT h.county, date_trunc('month', h.found_on)::date FROM hazards h WHERE h.visit = ANY(visits)
$$;

-- Marks once in a transaction. What is noted here goes with a savepoint that is rolled back, as the mark does.
CREATE OR REPLACE FUNCTION zhudian_mark_statistics(which uuid, day date, touched uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  marked constant text := coalesce(current_setting('zhudian.marked', true), '');
  this constant text := coalesce(touched::text, which || to_char(day, 'YYYYMM'));
BEGIN
  IF this IS NULL OR strpos(marked, this) > 0 THEN RETURN; END IF;
  INSERT INTO statistics_marks (county, month, visit) VALUES (which, date_trunc('month', day)::date, touched);
  PERFORM set_config('zhudian.marked', marked || this || ' ', true);
END
$$;
DROP FUNCTION IF EXISTS zhudian_mark_statistics(uuid, date);

CREATE OR REPLACE FUNCTION visits_statistics() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  before constant boolean := TG_OP <> 'INSERT' AND OLD.status IN ('submitted', 'locked');
  after constant boolean := TG_OP <> 'DELETE' AND NEW.status IN ('submitted', 'locked');
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Its hazards count, and stop to count, with it.
    IF before <> after THEN PERFORM zhudian_mark_statistics(NULL, NULL, NEW.id); END IF;
    IF before = after AND (OLD.county, OLD.visited_on, OLD.responsibility_lists_checked, OLD.rules_improved, OLD.morning_meetings_urged,
        OLD.warning_educations_urged, OLD.drills_urged, OLD.reward_amount_wan, OLD.hazardous_work_supervised)
      IS NOT DISTINCT FROM (NEW.county, NEW.visited_on, NEW.responsibility_lists_checked, NEW.rules_improved, NEW.morning_meetings_urged,
        NEW.warning_educations_urged, NEW.drills_urged, NEW.reward_amount_wan, NEW.hazardous_work_supervised) THEN
      RETURN NULL;
    END IF;
  END IF;
  IF before THEN PERFORM zhudian_mark_statistics(OLD.county, OLD.visited_on); END IF;
  IF after THEN PERFORM zhudian_mark_statistics(NEW.county, NEW.visited_on); END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_statistics AFTER INSERT OR UPDATE OR DELETE ON visits FOR EACH ROW EXECUTE FUNCTION visits_statistics();

CREATE OR REPLACE FUNCTION visit_inspectors_statistics() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM zhudian_mark_statistics(NULL, NULL, OLD.visit); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM zhudian_mark_statistics(NULL, NULL, NEW.visit); END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visit_inspectors_statistics AFTER INSERT OR DELETE OR UPDATE OF visit, inspector, level ON visit_inspectors
FOR EACH ROW EXECUTE FUNCTION visit_inspectors_statistics();

CREATE OR REPLACE FUNCTION hazards_statistics() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.county, OLD.found_on, OLD.severity, OLD.status, OLD.rectified_on, OLD.visit)
    IS NOT DISTINCT FROM (NEW.county, NEW.found_on, NEW.severity, NEW.status, NEW.rectified_on, NEW.visit) THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM zhudian_mark_statistics(OLD.county, OLD.found_on); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM zhudian_mark_statistics(NEW.county, NEW.found_on); END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER hazards_statistics AFTER INSERT OR UPDATE OR DELETE ON hazards FOR EACH ROW EXECUTE FUNCTION hazards_statistics();

-- A balance that covers other days than before leaves other hazards to be counted.
CREATE OR REPLACE FUNCTION opening_balances_statistics() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistics_marks (county, month)
  SELECT DISTINCT h.county, date_trunc('month', h.found_on)::date FROM hazards h
  WHERE h.county IN (OLD.county, NEW.county) AND h.found_on <= greatest(OLD.as_of, NEW.as_of);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER opening_balances_statistics AFTER INSERT OR DELETE OR UPDATE OF county, as_of ON opening_balances
FOR EACH ROW EXECUTE FUNCTION opening_balances_statistics();

-- A table that is emptied tells nothing of its rows: every month that is kept, or marked, is counted afresh.
CREATE OR REPLACE FUNCTION zhudian_mark_all_statistics() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistics_marks (county, month) SELECT county, month FROM statistics_visits UNION SELECT county, month FROM statistics_hazards;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_statistics_emptied AFTER TRUNCATE ON visits FOR EACH STATEMENT EXECUTE FUNCTION zhudian_mark_all_statistics();
CREATE OR REPLACE TRIGGER visit_inspectors_statistics_emptied AFTER TRUNCATE ON visit_inspectors FOR EACH STATEMENT EXECUTE FUNCTION zhudian_mark_all_statistics();
CREATE OR REPLACE TRIGGER hazards_statistics_emptied AFTER TRUNCATE ON hazards FOR EACH STATEMENT EXECUTE FUNCTION zhudian_mark_all_statistics();

-- An enterprise that is given to another county takes its visits and hazards along, at once and all together: else each would follow
-- at the next change that anybody makes to it. What a report was handed in with stands; the next one shows the difference.
-- Two saves pass each other here. One that writes a new visit or hazard has read the old county and is not seen by the move: both take a lock of
-- the enterprise first, the savers sharing it. And one that hands a visit in holds the visit and wants the enterprise, which the move
-- holds while it wants the visit: the move gives way soon, long before PostgreSQL would end either of the two as a deadlock.
CREATE OR REPLACE FUNCTION zhudian_stay_at_enterprise() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('zhudian.move.' || NEW.enterprise, 0));
  RETURN NEW;
END
$$;
-- Before `visits_before` and `hazards_before`, which read the county: triggers of one moment go by their names.
CREATE OR REPLACE TRIGGER visits_at_enterprise BEFORE INSERT OR UPDATE OF enterprise ON visits FOR EACH ROW EXECUTE FUNCTION zhudian_stay_at_enterprise();
CREATE OR REPLACE TRIGGER hazards_at_enterprise BEFORE INSERT OR UPDATE OF enterprise ON hazards FOR EACH ROW EXECUTE FUNCTION zhudian_stay_at_enterprise();

CREATE OR REPLACE FUNCTION enterprises_move() RETURNS trigger
LANGUAGE plpgsql SET lock_timeout = '200ms' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('zhudian.move.' || NEW.id, 0));
  PERFORM zhudian_refuse_covered(NEW.county, min(day), 'enterprises_move') FROM (
    SELECT visited_on AS day FROM visits WHERE enterprise = NEW.id AND status IN ('submitted', 'locked') AND visited_on >= zhudian_statistics_since()
    UNION ALL SELECT found_on FROM hazards WHERE enterprise = NEW.id AND status <> 'void' AND found_on >= zhudian_statistics_since()) AS moved HAVING min(day) IS NOT NULL;
  UPDATE visits SET county = NEW.county WHERE enterprise = NEW.id AND county IS DISTINCT FROM NEW.county;
  UPDATE hazards SET county = NEW.county WHERE enterprise = NEW.id AND county IS DISTINCT FROM NEW.county;
  RETURN NULL;
EXCEPTION WHEN lock_not_available THEN
  PERFORM zhudian_refuse('enterprises_move_busy', '该企业的驻点记录或隐患正有人在保存，所属县（市、区）没有改动；请稍后再改');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER enterprises_move AFTER UPDATE OF county ON enterprises
FOR EACH ROW WHEN (NEW.county IS DISTINCT FROM OLD.county) EXECUTE FUNCTION enterprises_move();

-- Counts the marked months for good. The marks go in a first statement and the counting looks later: what was saved between the two is
-- counted and still marked, which is once too often and never once too few. Answers how many county-months were counted.
CREATE OR REPLACE FUNCTION zhudian_fold_statistics() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  counties uuid[];
  months date[];
  touched uuid[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('zhudian.statistics')) THEN RETURN 0; END IF;
  -- What this very transaction writes from here on is to be marked again.
  PERFORM set_config('zhudian.marked', '', true);
  WITH taken AS (DELETE FROM statistics_marks RETURNING county, month, visit)
  SELECT array_agg(county), array_agg(month), array_agg(visit) INTO counties, months, touched FROM (SELECT DISTINCT county, month, visit FROM taken) t;
  IF counties IS NULL THEN RETURN 0; END IF;
  SELECT coalesce(array_agg(a.county), '{}'), coalesce(array_agg(a.month), '{}') INTO counties, months FROM (
    SELECT m.county, m.month FROM unnest(counties, months) m(county, month) WHERE m.month IS NOT NULL
    UNION SELECT t.county, t.month FROM zhudian_months_of_visits(touched) t WHERE t.county IS NOT NULL) a;
  DELETE FROM statistics_visits s USING unnest(counties, months) m(county, month) WHERE s.county = m.county AND s.month = m.month;
  DELETE FROM statistics_hazards s USING unnest(counties, months) m(county, month) WHERE s.county = m.county AND s.month = m.month;
  INSERT INTO statistics_visits SELECT c.* FROM unnest(counties, months) m(county, month),
    LATERAL zhudian_count_visits(m.month, (m.month + interval '1 month - 1 day')::date, m.county) c;
  INSERT INTO statistics_hazards SELECT c.* FROM unnest(counties, months) m(county, month),
    LATERAL zhudian_count_hazards(m.month, (m.month + interval '1 month - 1 day')::date, m.county) c;
  RETURN cardinality(counties);
END
$$;

-- Counts everything afresh: after rows were loaded past the triggers.
CREATE OR REPLACE FUNCTION zhudian_rebuild_statistics() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('zhudian.statistics'));
  PERFORM set_config('zhudian.marked', '', true);
  DELETE FROM statistics_marks;
  DELETE FROM statistics_visits;
  DELETE FROM statistics_hazards;
  INSERT INTO statistics_visits SELECT * FROM zhudian_count_visits('-infinity', 'infinity');
  INSERT INTO statistics_hazards SELECT * FROM zhudian_count_hazards('-infinity', 'infinity');
END
$$;

CREATE OR REPLACE VIEW statistics_marked AS
  SELECT county, month FROM statistics_marks WHERE month IS NOT NULL
  UNION SELECT t.county, t.month FROM zhudian_months_of_visits((SELECT array_agg(visit) FROM statistics_marks)) t WHERE t.county IS NOT NULL;
-- What is kept, with the marked months counted as they are now.
CREATE OR REPLACE VIEW statistics_visits_now AS
  WITH marked AS MATERIALIZED (SELECT county, month FROM statistics_marked)
  SELECT s.* FROM statistics_visits s WHERE NOT EXISTS (SELECT FROM marked m WHERE m.county = s.county AND m.month = s.month)
  UNION ALL
  SELECT c.* FROM marked m, LATERAL zhudian_count_visits(m.month, (m.month + interval '1 month - 1 day')::date, m.county) c;
CREATE OR REPLACE VIEW statistics_hazards_now AS
  WITH marked AS MATERIALIZED (SELECT county, month FROM statistics_marked)
  SELECT s.* FROM statistics_hazards s WHERE NOT EXISTS (SELECT FROM marked m WHERE m.county = s.county AND m.month = s.month)
  UNION ALL
  SELECT c.* FROM marked m, LATERAL zhudian_count_hazards(m.month, (m.month + interval '1 month - 1 day')::date, m.county) c;

-- The kept rows that differ from what is counted afresh, each side as it is; none, or something wrote past the triggers.
DROP FUNCTION IF EXISTS zhudian_statistics_drift();
CREATE FUNCTION zhudian_statistics_drift() RETURNS TABLE (county uuid, month date, rectified date, kept jsonb, counted jsonb)
LANGUAGE sql STABLE AS $$
  SELECT coalesce(k.county, c.county), coalesce(k.month, c.month), NULL::date, to_jsonb(k), to_jsonb(c)
  FROM statistics_visits_now k FULL JOIN zhudian_count_visits('-infinity', 'infinity') c ON c.county = k.county AND c.month = k.month
  WHERE k IS DISTINCT FROM c
  UNION ALL
  SELECT coalesce(k.county, c.county), coalesce(k.month, c.month), coalesce(k.rectified, c.rectified), to_jsonb(k), to_jsonb(c)
  FROM statistics_hazards_now k FULL JOIN zhudian_count_hazards('-infinity', 'infinity') c
    ON c.county = k.county AND c.month = k.month AND coalesce(c.rectified, 'infinity') = coalesce(k.rectified, 'infinity')
  WHERE k IS DISTINCT FROM c
  ORDER BY 2, 1, 3
$$;

-- The 15 columns of a month for each county: `month` that month alone, `cumulative` from the first month of the statistics to its end
-- with the opening balance, if that ends no later. A hazard is rectified when it was by the month's end; no more are than were found, even
-- where more hazards are carried over than the balance leaves open. The row without a county is the sum of all.
CREATE OR REPLACE FUNCTION zhudian_statistics(period text, which uuid[] DEFAULT NULL)
RETURNS TABLE (county uuid, span text, city_person_visits bigint, county_person_visits bigint, city_enterprise_visits bigint,
  county_enterprise_visits bigint, responsibility_lists_checked bigint, rules_improved bigint, morning_meetings_urged bigint,
  warning_educations_urged bigint, drills_urged bigint, reward_amount_wan numeric, hazardous_work_supervised bigint,
  hazards_found bigint, hazards_rectified bigint, major_hazards_found bigint, major_hazards_rectified bigint)
LANGUAGE sql STABLE AS $$
  WITH bounds AS (SELECT to_date(period, 'YYYY-MM') AS month, zhudian_statistics_since() AS since),
  spans AS (SELECT 'cumulative' AS span, since AS first, month AS last FROM bounds UNION ALL SELECT 'month', month, month FROM bounds),
  parts AS (
    SELECT v.county, s.span, v.city_person_visits, v.county_person_visits, v.city_enterprise_visits, v.county_enterprise_visits,
      v.responsibility_lists_checked, v.rules_improved, v.morning_meetings_urged, v.warning_educations_urged, v.drills_urged,
      v.reward_amount_wan, v.hazardous_work_supervised, 0 AS hazards_found, 0 AS hazards_rectified, 0 AS major_hazards_found, 0 AS major_hazards_rectified
    FROM spans s JOIN statistics_visits_now v ON v.month BETWEEN s.first AND s.last
    UNION ALL
    SELECT h.county, s.span, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, h.hazards, CASE WHEN h.rectified <= s.last THEN h.hazards ELSE 0 END,
      h.majors, CASE WHEN h.rectified <= s.last THEN h.majors ELSE 0 END
    FROM spans s JOIN statistics_hazards_now h ON h.month BETWEEN s.first AND s.last
    UNION ALL
    SELECT o.county, 'cumulative', o.city_person_visits, o.county_person_visits, o.city_enterprise_visits, o.county_enterprise_visits,
      o.responsibility_lists_checked, o.rules_improved, o.morning_meetings_urged, o.warning_educations_urged, o.drills_urged,
      o.reward_amount_wan, o.hazardous_work_supervised, o.hazards_found, o.hazards_rectified, o.major_hazards_found, o.major_hazards_rectified
    FROM opening_balances o, bounds b WHERE o.as_of BETWEEN b.since AND (b.month + interval '1 month - 1 day')::date
    UNION ALL
    -- What the balance carries over as found is rectified by and by; what hangs on a visit that is not handed in counts nowhere.
    SELECT h.county, 'cumulative', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, (h.severity = 'major')::int
    FROM bounds b, opening_balances o JOIN hazards h ON h.county = o.county LEFT JOIN visits v ON v.id = h.visit
    WHERE (h.visit IS NULL OR v.status IN ('submitted', 'locked')) AND h.found_on BETWEEN b.since AND o.as_of AND h.status IN ('rectified', 'verified')
      AND h.rectified_on > o.as_of AND h.rectified_on < b.month + interval '1 month'
    UNION ALL
    SELECT c.id, s.span, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM counties c, spans s WHERE c.status = 'active'),
  counted AS (
    SELECT p.county, p.span, sum(p.city_person_visits) AS city_person_visits, sum(p.county_person_visits) AS county_person_visits,
      sum(p.city_enterprise_visits) AS city_enterprise_visits, sum(p.county_enterprise_visits) AS county_enterprise_visits,
      sum(p.responsibility_lists_checked) AS responsibility_lists_checked, sum(p.rules_improved) AS rules_improved, sum(p.morning_meetings_urged) AS morning_meetings_urged,
      sum(p.warning_educations_urged) AS warning_educations_urged, sum(p.drills_urged) AS drills_urged,
      sum(p.reward_amount_wan) AS reward_amount_wan, sum(p.hazardous_work_supervised) AS hazardous_work_supervised,
      sum(p.hazards_found) AS hazards_found, least(sum(p.hazards_rectified), sum(p.hazards_found)) AS hazards_rectified,
      sum(p.major_hazards_found) AS major_hazards_found, least(sum(p.major_hazards_rectified), sum(p.major_hazards_found)) AS major_hazards_rectified
    FROM parts p WHERE which IS NULL OR p.county = ANY(which) GROUP BY p.county, p.span)
  SELECT county, span, sum(city_person_visits)::bigint, sum(county_person_visits)::bigint, sum(city_enterprise_visits)::bigint,
    sum(county_enterprise_visits)::bigint, sum(responsibility_lists_checked)::bigint, sum(rules_improved)::bigint, sum(morning_meetings_urged)::bigint,
    sum(warning_educations_urged)::bigint, sum(drills_urged)::bigint, trim_scale(sum(reward_amount_wan)), sum(hazardous_work_supervised)::bigint,
    sum(hazards_found)::bigint, sum(hazards_rectified)::bigint, sum(major_hazards_found)::bigint, sum(major_hazards_rectified)::bigint
  FROM counted GROUP BY GROUPING SETS ((span, county), (span))
$$;

-- A cumulative table is a sum of months.
CREATE OR REPLACE FUNCTION settings_statistics_since() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF extract(day FROM NEW.statistics_since) <> 1 THEN
    PERFORM zhudian_refuse('settings_statistics_since_month', format('统计起始日期应为某月 1 日，现为 %s', NEW.statistics_since));
  END IF;
  IF NEW.statistics_since < DATE '2000-01-01' OR NEW.statistics_since > zhudian_today() THEN
    PERFORM zhudian_refuse('settings_statistics_since_past', format('统计起始日期 %s 应在 2000-01-01 与今天之间', NEW.statistics_since));
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER settings_statistics_since BEFORE INSERT OR UPDATE OF statistics_since ON settings FOR EACH ROW EXECUTE FUNCTION settings_statistics_since();

-- The rows that were there before this file.
SELECT zhudian_rebuild_statistics();
