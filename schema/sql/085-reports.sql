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

-- Nothing is collected twice (不再重复调度): an opening balance ends before the first visit and hazard that the system counts, and none is
-- added on a day that the balance covers. Both sides take the county's row first, so that two at once cannot pass each other.
CREATE OR REPLACE FUNCTION zhudian_statistics_since() RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT statistics_since FROM settings LIMIT 1), DATE '2023-08-01')
$$;

CREATE OR REPLACE FUNCTION opening_balances_before() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  covered bigint;
  first date;
BEGIN
  PERFORM FROM counties WHERE id = NEW.county FOR UPDATE;
  IF NEW.as_of > zhudian_today() THEN PERFORM zhudian_refuse('opening_balances_as_of_past', '期初数的截至日期不能晚于今天'); END IF;
  IF NEW.as_of < zhudian_statistics_since() THEN PERFORM zhudian_refuse('opening_balances_as_of_since', '期初数的截至日期早于统计起始日'); END IF;
  SELECT count(*), min(day) INTO covered, first FROM (
    SELECT visited_on AS day FROM visits WHERE county = NEW.county AND status IN ('submitted', 'locked') AND visited_on BETWEEN zhudian_statistics_since() AND NEW.as_of
    UNION ALL
    SELECT found_on FROM hazards WHERE county = NEW.county AND found_on BETWEEN zhudian_statistics_since() AND NEW.as_of) AS counted;
  IF covered > 0 THEN
    PERFORM zhudian_refuse('opening_balances_not_twice', format('系统内已有 %s 条 %s 及以前的驻点记录或隐患（最早 %s），会与期初数重复统计', covered, NEW.as_of, first));
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER opening_balances_before BEFORE INSERT OR UPDATE OF county, as_of ON opening_balances
FOR EACH ROW EXECUTE FUNCTION opening_balances_before();

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
BEGIN
  PERFORM zhudian_refuse_covered(NEW.county, NEW.found_on, 'hazards_not_twice');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER hazards_not_twice_new AFTER INSERT ON hazards FOR EACH ROW EXECUTE FUNCTION hazards_not_twice();
CREATE OR REPLACE TRIGGER hazards_not_twice AFTER UPDATE OF found_on, enterprise ON hazards
FOR EACH ROW WHEN (NEW.found_on IS DISTINCT FROM OLD.found_on OR NEW.county IS DISTINCT FROM OLD.county) EXECUTE FUNCTION hazards_not_twice();
