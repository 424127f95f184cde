-- Figures of annex 4 wherever they are kept: not negative, 15 ≤ 14 ≤ 12, 13 ≤ 12; and what was counted before this system came.

SELECT zhudian_set_check('opening_balances', 'opening_balances_figures', $$
  coalesce(city_person_visits, 0) >= 0 AND coalesce(county_person_visits, 0) >= 0 AND coalesce(city_enterprise_visits, 0) >= 0 AND
  coalesce(county_enterprise_visits, 0) >= 0 AND coalesce(responsibility_lists_checked, 0) >= 0 AND coalesce(rules_improved, 0) >= 0
  AND coalesce(morning_meetings_urged, 0) >= 0 AND coalesce(warning_educations_urged, 0) >= 0 AND coalesce(drills_urged, 0) >= 0 AND
  coalesce(reward_amount_wan, 0) >= 0 AND coalesce(hazardous_work_supervised, 0) >= 0 AND coalesce(hazards_found, 0) >= 0 AND
  coalesce(hazards_rectified, 0) >= 0 AND coalesce(major_hazards_found, 0) >= 0 AND coalesce(major_hazards_rectified, 0) >= 0
  AND coalesce(hazards_rectified, 0) <= coalesce(hazards_found, 0) AND coalesce(major_hazards_found, 0) <= coalesce(hazards_found, 0)
  AND coalesce(major_hazards_rectified, 0) <= coalesce(major_hazards_found, 0)$$);
SELECT zhudian_set_check('monthly_reports', 'monthly_reports_figures', $$
  coalesce(city_person_visits, 0) >= 0 AND coalesce(county_person_visits, 0) >= 0 AND coalesce(city_enterprise_visits, 0) >= 0 AND
  coalesce(county_enterprise_visits, 0) >= 0 AND coalesce(responsibility_lists_checked, 0) >= 0 AND coalesce(rules_improved, 0) >= 0
  AND coalesce(morning_meetings_urged, 0) >= 0 AND coalesce(warning_educations_urged, 0) >= 0 AND coalesce(drills_urged, 0) >= 0 AND
  coalesce(reward_amount_wan, 0) >= 0 AND coalesce(hazardous_work_supervised, 0) >= 0 AND coalesce(hazards_found, 0) >= 0 AND
  coalesce(hazards_rectified, 0) >= 0 AND coalesce(major_hazards_found, 0) >= 0 AND coalesce(major_hazards_rectified, 0) >= 0
  AND coalesce(hazards_rectified, 0) <= coalesce(hazards_found, 0) AND coalesce(major_hazards_found, 0) <= coalesce(hazards_found, 0)
  AND coalesce(major_hazards_rectified, 0) <= coalesce(major_hazards_found, 0)$$);
SELECT zhudian_set_check('monthly_reports', 'monthly_reports_month_figures', $$
  coalesce(month_city_person_visits, 0) >= 0 AND coalesce(month_county_person_visits, 0) >= 0 AND
  coalesce(month_city_enterprise_visits, 0) >= 0 AND coalesce(month_county_enterprise_visits, 0) >= 0 AND
  coalesce(month_responsibility_lists_checked, 0) >= 0 AND coalesce(month_rules_improved, 0) >= 0 AND
  coalesce(month_morning_meetings_urged, 0) >= 0 AND coalesce(month_warning_educations_urged, 0) >= 0 AND
  coalesce(month_drills_urged, 0) >= 0 AND coalesce(month_reward_amount_wan, 0) >= 0 AND coalesce(month_hazardous_work_supervised,
  0) >= 0 AND coalesce(month_hazards_found, 0) >= 0 AND coalesce(month_hazards_rectified, 0) >= 0 AND
  coalesce(month_major_hazards_found, 0) >= 0 AND coalesce(month_major_hazards_rectified, 0) >= 0
  AND coalesce(month_hazards_rectified, 0) <= coalesce(month_hazards_found, 0) AND coalesce(month_major_hazards_found, 0) <= coalesce(month_hazards_found, 0)
  AND coalesce(month_major_hazards_rectified, 0) <= coalesce(month_major_hazards_found, 0)$$);
SELECT zhudian_set_check('monthly_reports', 'monthly_reports_period_shape', $$period ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'$$);
SELECT zhudian_set_check('report_periods', 'report_periods_period_shape', $$period ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'$$);
SELECT zhudian_set_check('evaluations', 'evaluations_quarter_shape', $$quarter ~ '^20[0-9]{2}-Q[1-4]$'$$);
SELECT zhudian_set_check('evaluations', 'evaluations_kind_known', $$kind IN ('quarterly', 'city_inspection')$$);
SELECT zhudian_set_check('evaluations', 'evaluations_score_range', $$score IS NULL OR score BETWEEN 0 AND 100$$);

-- Nothing is collected twice (不再重复调度): an opening balance ends before the first visit and hazard that the system counts, and no visit is
-- added on a day that the balance covers. A hazard of such a day, without a visit, is carried over: the balance has it as found and not
-- rectified; once rectified it adds to columns 13 and 15 (110). One with a visit, or more of them than the balance leaves open, is refused
-- where it is entered, but never a major one: that has to be quick.
-- Both sides take the county's row first, so that two at once cannot pass each other.
CREATE OR REPLACE FUNCTION zhudian_statistics_since() RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT statistics_since FROM settings LIMIT 1), DATE '2023-08-01')
$$;

CREATE OR REPLACE FUNCTION opening_balances_before() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  covered bigint;
  first date;
  -- What was carried over under the balance as it stood stays so.
  carried_until date := CASE WHEN TG_OP = 'UPDATE' AND OLD.county = NEW.county THEN OLD.as_of ELSE '-infinity' END;
BEGIN
  PERFORM FROM counties WHERE id = NEW.county FOR UPDATE;
  IF NEW.as_of > zhudian_today() THEN PERFORM zhudian_refuse('opening_balances_as_of_past', '期初数的截至日期不能晚于今天'); END IF;
  IF NEW.as_of < zhudian_statistics_since() THEN PERFORM zhudian_refuse('opening_balances_as_of_since', '期初数的截至日期早于统计起始日'); END IF;
  SELECT count(*), min(day) INTO covered, first FROM (
    SELECT visited_on AS day FROM visits WHERE county = NEW.county AND status IN ('submitted', 'locked') AND visited_on BETWEEN zhudian_statistics_since() AND NEW.as_of
    UNION ALL
    SELECT found_on FROM hazards WHERE county = NEW.county AND status <> 'void' AND found_on BETWEEN zhudian_statistics_since() AND NEW.as_of AND found_on > carried_until) AS counted;
  IF covered > 0 THEN
    PERFORM zhudian_refuse('opening_balances_not_twice', format('系统内已有 %s 条 %s 及以前的驻点记录或隐患（最早 %s），会与期初数重复统计', covered, NEW.as_of, first));
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER opening_balances_before BEFORE INSERT OR UPDATE OF county, as_of ON opening_balances
FOR EACH ROW EXECUTE FUNCTION opening_balances_before();

-- Hazards that are carried over under a balance of a county.
CREATE OR REPLACE FUNCTION zhudian_carried(which uuid, as_of date) RETURNS TABLE (hazards bigint, majors bigint)
LANGUAGE sql STABLE AS $$
  SELECT count(*), count(*) FILTER (WHERE h.severity = 'major') FROM hazards h
  WHERE h.county = which AND h.status <> 'void' AND h.found_on BETWEEN zhudian_statistics_since() AND as_of AND coalesce(h.rectified_on > as_of, true)
$$;

CREATE OR REPLACE FUNCTION zhudian_refuse_surplus(which uuid, told text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  balance opening_balances;
  here bigint;
  majors bigint;
BEGIN
  -- One after the other: two hazards at once would each find room for one.
  PERFORM pg_advisory_xact_lock(hashtextextended('zhudian.carried.' || which, 0));
  SELECT * INTO balance FROM opening_balances WHERE county = which;
  SELECT c.hazards, c.majors INTO here, majors FROM zhudian_carried(which, balance.as_of) c;
  IF here > balance.hazards_found - balance.hazards_rectified OR majors > balance.major_hazards_found - balance.major_hazards_rectified THEN
    PERFORM zhudian_refuse('hazards_carried_over', format('期初数（截至 %s）中尚未整改的隐患为 %s 项（重大 %s 项），而逐条登记的将为 %s 项（重大 %s 项），会重复统计；%s',
      balance.as_of, balance.hazards_found - balance.hazards_rectified, balance.major_hazards_found - balance.major_hazards_rectified, here, majors, told));
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION opening_balances_carried() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM zhudian_refuse_surplus(NEW.county, '请核对期初数中的发现数和已整改数');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER opening_balances_carried AFTER INSERT OR UPDATE OF county, as_of, hazards_found, hazards_rectified, major_hazards_found, major_hazards_rectified
ON opening_balances FOR EACH ROW EXECUTE FUNCTION opening_balances_carried();

-- What is carried over stays carried over: else it would be counted as found a second time.
CREATE OR REPLACE FUNCTION opening_balances_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  left_over bigint;
BEGIN
  PERFORM FROM counties WHERE id = OLD.county FOR UPDATE;
  SELECT count(*) INTO left_over FROM hazards h WHERE h.county = OLD.county AND h.status <> 'void' AND h.found_on BETWEEN zhudian_statistics_since() AND OLD.as_of
    AND h.found_on > CASE WHEN NEW.county = OLD.county THEN NEW.as_of ELSE '-infinity' END;
  IF left_over > 0 THEN
    PERFORM zhudian_refuse('opening_balances_keep', format('已逐条登记 %s 项计入该期初数（截至 %s）的隐患，期初数不能删除、改到其他县或提前截至日期；登记有误的隐患请先作废', left_over, OLD.as_of));
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE OR REPLACE TRIGGER opening_balances_keep BEFORE DELETE OR UPDATE OF county, as_of ON opening_balances FOR EACH ROW EXECUTE FUNCTION opening_balances_keep();

CREATE OR REPLACE FUNCTION zhudian_refuse_covered(which uuid, day date, rule text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  until date;
BEGIN
  PERFORM FROM counties WHERE id = which FOR KEY SHARE;
  SELECT as_of INTO until FROM opening_balances WHERE county = which AND as_of >= day;
  IF FOUND THEN PERFORM zhudian_refuse(rule, format('%s 已计入本县期初数（截至 %s），不能重复统计', day, until)); END IF;
END
$$;

CREATE OR REPLACE FUNCTION visits_not_twice() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM zhudian_refuse_covered(NEW.county, NEW.visited_on, 'visits_not_twice');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_not_twice AFTER INSERT OR UPDATE OF status, visited_on, enterprise ON visits
FOR EACH ROW WHEN (NEW.status IN ('submitted', 'locked')) EXECUTE FUNCTION visits_not_twice();

CREATE OR REPLACE FUNCTION hazards_not_twice() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  since constant date := zhudian_statistics_since();
BEGIN
  PERFORM FROM counties WHERE id IN (OLD.county, NEW.county) ORDER BY id FOR KEY SHARE;
  IF NEW.status = 'void' THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND NEW.county <> OLD.county AND OLD.found_on >= since THEN
    PERFORM FROM opening_balances WHERE county = OLD.county AND as_of >= OLD.found_on;
    IF FOUND THEN PERFORM zhudian_refuse('hazards_carried_over', '该隐患已计入原县（市、区）的期初数，不能改到其他县（市、区），否则会重复统计；登记有误的，请先作废该隐患'); END IF;
  END IF;
  IF NEW.found_on < since OR NEW.severity = 'major' THEN RETURN NULL; END IF;
  IF NEW.visit IS NOT NULL THEN PERFORM zhudian_refuse_covered(NEW.county, NEW.found_on, 'hazards_not_twice'); END IF;
  PERFORM FROM opening_balances WHERE county = NEW.county AND as_of >= NEW.found_on;
  IF FOUND THEN PERFORM zhudian_refuse_surplus(NEW.county, '确需补录的，请市级管理员先调整期初数'); END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER hazards_not_twice_new AFTER INSERT ON hazards FOR EACH ROW EXECUTE FUNCTION hazards_not_twice();
-- Whatever column was named: a trigger before may have changed others.
CREATE OR REPLACE TRIGGER hazards_not_twice AFTER UPDATE ON hazards
FOR EACH ROW WHEN ((NEW.found_on, NEW.county, NEW.visit) IS DISTINCT FROM (OLD.found_on, OLD.county, OLD.visit)) EXECUTE FUNCTION hazards_not_twice();

-- Whether a county owes the report of a month (`YYYY-MM`): one that came after its end does not.
CREATE OR REPLACE FUNCTION zhudian_owes_report(whose counties, month text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT whose.status = 'active' AND coalesce(whose.date_created < zhudian_here_by((to_date(month, 'YYYY-MM') + interval '1 month - 1 day')::date), true)
$$;
