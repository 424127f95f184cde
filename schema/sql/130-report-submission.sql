-- A county's monthly report at the moment it is handed in: its figures freeze in the very transaction of the save, by
-- whatever door, and stand still until the city sends it back. Late is marked and never refused.

-- Until when a month's report is due: the moment set for that month (report_periods), else the day and time of the settings, the month's
-- last day where it has no such day, by the office's clock.
CREATE OR REPLACE FUNCTION zhudian_report_due(which text) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT due_at FROM report_periods WHERE period = which AND due_at IS NOT NULL),
    (least(m.first + coalesce(s.report_due_day, 30) - 1, (m.first + interval '1 month - 1 day')::date) + coalesce(s.report_due_time, TIME '17:30'))
      AT TIME ZONE coalesce(s.timezone, 'Asia/Shanghai'))
  FROM (SELECT to_date(which, 'YYYY-MM') AS first) m LEFT JOIN (SELECT * FROM settings LIMIT 1) s ON true
$$;

-- From which day a month is reported on: its first, or the first of the month in which a deadline of its own falls (October 2023's fell in September).
CREATE OR REPLACE FUNCTION zhudian_period_opens(which text) RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT least(to_date(which, 'YYYY-MM'),
    (SELECT date_trunc('month', due_at AT TIME ZONE coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai'))::date FROM report_periods WHERE period = which))
$$;

-- What a month's report has to explain: enterprises without a visit that were in service at its end (once it has begun), with the names they
-- had, and visits of the month that nobody has handed in.
DROP FUNCTION IF EXISTS zhudian_report_gaps(uuid, text);
CREATE OR REPLACE FUNCTION zhudian_report_gaps(which uuid, month text)
RETURNS TABLE (kind text, id uuid, enterprise text, former text[], visited_on date, status text)
LANGUAGE sql STABLE AS $$
  WITH bounds AS (SELECT to_date(month, 'YYYY-MM') AS first, (to_date(month, 'YYYY-MM') + interval '1 month')::date AS next)
  SELECT 'enterprise', e.id, e.name, (SELECT coalesce(array_agg(DISTINCT p.name), '{}') FROM enterprise_past p WHERE p.enterprise = e.id AND p.name <> e.name),
    NULL::date, NULL::text FROM enterprises e, bounds b
  WHERE e.county = which AND zhudian_in_service(e, b.next - 1) AND zhudian_today() >= b.first
    AND coalesce(e.date_created < (SELECT zhudian_here_by(bounds.next - 1) FROM bounds), true) AND NOT EXISTS (
    SELECT FROM visits v WHERE v.enterprise = e.id AND v.status IN ('submitted', 'locked') AND v.visited_on >= b.first AND v.visited_on < b.next)
  UNION ALL
  SELECT 'visit', v.id, e.name, '{}', v.visited_on, v.status FROM bounds b, visits v JOIN enterprises e ON e.id = v.enterprise
  WHERE v.county = which AND v.status IN ('draft', 'returned') AND v.visited_on >= b.first AND v.visited_on < b.next
  ORDER BY 1, 5, 3
$$;

-- The frozen figures of the report before this one that are not what is counted today: what was corrected, added or taken back since.
-- Counting the earlier month again, instead of adding this month to it, keeps columns 13 and 15 right: a hazard of an earlier month that is
-- rectified this month is no correction.
CREATE OR REPLACE FUNCTION zhudian_report_changes(which uuid, month text)
RETURNS TABLE (period text, figure text, reported text, now text, difference text)
LANGUAGE sql STABLE AS $$
  WITH before AS (
    SELECT r.period AS reported_for, to_jsonb(r) AS frozen FROM monthly_reports r
    WHERE r.county = which AND r.period < month AND r.status IN ('submitted', 'accepted') ORDER BY r.period DESC LIMIT 1)
  SELECT b.reported_for, f.key, trim_scale((b.frozen ->> f.key)::numeric)::text, trim_scale(f.value::numeric)::text,
    trim_scale(f.value::numeric - (b.frozen ->> f.key)::numeric)::text
  FROM before b, zhudian_statistics(b.reported_for, ARRAY[which]) s, jsonb_each_text(to_jsonb(s) - ARRAY['county', 'span']) f(key, value)
  WHERE s.county = which AND s.span = 'cumulative' AND (b.frozen ->> f.key)::numeric <> f.value::numeric
$$;

-- The frozen figures of a month's own reports that are not what is counted today, of the month alone and cumulative.
CREATE OR REPLACE FUNCTION zhudian_report_corrections(month text, counties uuid[] DEFAULT NULL)
RETURNS TABLE (county uuid, span text, figure text, reported text, now text, difference text)
LANGUAGE sql STABLE AS $$
  SELECT r.county, s.span, f.key, trim_scale(x.reported)::text, trim_scale(f.value::numeric)::text, trim_scale(f.value::numeric - x.reported)::text
  FROM zhudian_statistics(month, counties) s JOIN monthly_reports r ON r.county = s.county AND r.period = month AND r.status IN ('submitted', 'accepted'),
    jsonb_each_text(to_jsonb(s) - ARRAY['county', 'span']) WITH ORDINALITY f(key, value, place),
    LATERAL (SELECT (to_jsonb(r) ->> (CASE s.span WHEN 'month' THEN 'month_' ELSE '' END || f.key))::numeric AS reported) x
  WHERE x.reported <> f.value::numeric
$$;

CREATE OR REPLACE FUNCTION monthly_reports_submit() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  figures jsonb;
  gaps bigint;
  part record;
  told text;
BEGIN
  IF zhudian_history() THEN RETURN NEW; END IF;
  IF NEW.filled_on > zhudian_today() AND (TG_OP = 'INSERT' OR NEW.filled_on IS DISTINCT FROM OLD.filled_on) THEN
    PERFORM zhudian_refuse('monthly_reports_filled_on_past', '填表日期不能晚于今天');
  END IF;
  IF NEW.status <> 'submitted' OR (TG_OP = 'UPDATE' AND OLD.status = 'submitted') THEN
    IF TG_OP = 'UPDATE' AND coalesce(current_setting('zhudian.due_moved', true), '') <> NEW.period AND (NEW.submitted_at, NEW.first_submitted_at, NEW.due_at, NEW.on_time, NEW.submission, NEW.changes::jsonb) IS DISTINCT FROM
      (OLD.submitted_at, OLD.first_submitted_at, OLD.due_at, OLD.on_time, OLD.submission, OLD.changes::jsonb) THEN
      PERFORM zhudian_refuse('monthly_reports_kept_by_system', '报送时间、截止时间、是否按时和更正对照由系统填写，不能改动');
    END IF;
    RETURN NEW;
  END IF;
  IF btrim(coalesce(NEW.progress, '')) = '' OR btrim(coalesce(NEW.problems, '')) = '' OR btrim(coalesce(NEW.practices, '')) = ''
    OR NEW.contact IS NULL OR NEW.filled_on IS NULL THEN
    PERFORM zhudian_refuse('monthly_reports_complete', '报送前须填写工作进展、问题困难、经验做法、联系人和填表日期');
  END IF;
  SELECT count(*) INTO gaps FROM zhudian_report_gaps(NEW.county, NEW.period);
  IF gaps > 0 AND btrim(coalesce(NEW.gap_explanation, '')) = '' THEN
    PERFORM zhudian_refuse('monthly_reports_gap_explanation', format('本月有 %s 家企业未驻点或驻点记录未提交，须写明原因', gaps));
  END IF;
  told := array_to_string(zhudian_unnamed(NEW.county, NEW.period, NEW.gap_explanation), '、');
  IF told <> '' THEN PERFORM zhudian_refuse('monthly_reports_gap_named', format('未驻点说明中没有写到：%s；请逐家写明企业名称、原因和补救安排', told)); END IF;
  FOR part IN SELECT * FROM (VALUES ('工作进展', NEW.progress), ('问题困难', NEW.problems), ('经验做法', NEW.practices)) p(label, words) LOOP
    IF zhudian_says_nothing(part.words) THEN PERFORM zhudian_refuse('monthly_reports_concrete', format('%s没有写出内容，不能报送', part.label)); END IF;
    -- Counted in the transaction that freezes the table: the text cannot say another number than it.
    told := zhudian_figure_differences(NEW.county, NEW.period, part.words);
    IF told <> '' THEN PERFORM zhudian_refuse('monthly_reports_figures_told', format('%s中的数与统计不一致：%s', part.label, told)); END IF;
  END LOOP;
  SELECT (SELECT to_jsonb(s) - ARRAY['county', 'span'] FROM zhudian_statistics(NEW.period, ARRAY[NEW.county]) s WHERE s.county = NEW.county AND s.span = 'cumulative')
    || (SELECT jsonb_object_agg('month_' || f.key, f.value) FROM zhudian_statistics(NEW.period, ARRAY[NEW.county]) s, jsonb_each(to_jsonb(s) - ARRAY['county', 'span']) f
        WHERE s.county = NEW.county AND s.span = 'month') INTO figures;
  IF figures IS NULL THEN PERFORM zhudian_refuse('monthly_reports_figures_known', '该县（市、区）已停用，没有可报送的数据'); END IF;
  NEW := jsonb_populate_record(NEW, figures);
  NEW.submitted_at := zhudian_now();
  NEW.first_submitted_at := CASE WHEN TG_OP = 'UPDATE' THEN coalesce(OLD.first_submitted_at, NEW.submitted_at) ELSE NEW.submitted_at END;
  NEW.due_at := zhudian_report_due(NEW.period);
  -- A county that was in time stays so when the city sends its report back.
  NEW.on_time := CASE WHEN TG_OP = 'UPDATE' AND OLD.submission > 0 THEN OLD.on_time ELSE NEW.submitted_at <= NEW.due_at END;
  NEW.submission := CASE WHEN TG_OP = 'UPDATE' THEN coalesce(OLD.submission, 0) ELSE 0 END + 1;
  NEW.changes := (SELECT json_agg(c) FROM zhudian_report_changes(NEW.county, NEW.period) c);
  RETURN NEW;
END
$$;
-- After `monthly_reports_steps`, which says whether the step exists: triggers of one moment go by their names.
CREATE OR REPLACE TRIGGER monthly_reports_submit BEFORE INSERT OR UPDATE ON monthly_reports FOR EACH ROW EXECUTE FUNCTION monthly_reports_submit();

-- A deadline that is moved holds for who has reported already: in time is whose first submission came before it.
CREATE OR REPLACE FUNCTION report_periods_moved() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  which constant text := CASE WHEN TG_OP = 'DELETE' THEN OLD.period ELSE NEW.period END;
BEGIN
  PERFORM set_config('zhudian.due_moved', which, true);
  UPDATE monthly_reports r SET due_at = d.due, on_time = d.due >= CASE WHEN r.submission = 1 THEN r.submitted_at ELSE (
    SELECT min(x.at) FROM report_events x WHERE x.report = r.id AND x."to" = 'submitted' AND x."from" IS DISTINCT FROM 'submitted') END
  FROM (SELECT zhudian_report_due(which) AS due) d
  WHERE r.period = which AND r.submission > 0 AND r.due_at IS DISTINCT FROM d.due;
  PERFORM set_config('zhudian.due_moved', '', true);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER report_periods_moved AFTER INSERT OR UPDATE OF due_at OR DELETE ON report_periods FOR EACH ROW EXECUTE FUNCTION report_periods_moved();

-- Whether every county that owes a month's report has handed it in.
CREATE OR REPLACE FUNCTION zhudian_all_reported(which text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM counties c WHERE zhudian_owes_report(c, which) AND NOT EXISTS (
      SELECT FROM monthly_reports r WHERE r.county = c.id AND r.period = which AND r.status IN ('submitted', 'accepted')))
$$;

-- Whether the city has something to compile: the month is due, or every county has reported.
CREATE OR REPLACE FUNCTION zhudian_compilation_due(which text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT zhudian_now() >= zhudian_report_due(which) OR zhudian_all_reported(which)
$$;

-- What happens to a report is an event of the outbox. Once there is something to compile, the city's compilation follows each of them, under
-- a topic of its own: an event goes to one workflow only.
CREATE OR REPLACE FUNCTION monthly_reports_emit() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  facts constant json := json_build_object('period', NEW.period, 'county', NEW.county, 'submission', NEW.submission);
BEGIN
  IF NEW.status = 'draft' OR (TG_OP = 'UPDATE' AND NEW.status = OLD.status) THEN RETURN NULL; END IF;
  IF NEW.status IN ('submitted', 'returned') THEN
    PERFORM zhudian_emit(format('report.%s:%s:%s', NEW.status, NEW.id, NEW.submission), 'report.' || NEW.status, NEW.id, facts);
  END IF;
  IF zhudian_compilation_due(NEW.period) THEN
    PERFORM zhudian_emit(format('period.changed:%s:%s:%s:%s', NEW.period, NEW.id, NEW.submission, NEW.status), 'period.changed', NEW.id, facts);
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER monthly_reports_emit AFTER INSERT OR UPDATE OF status ON monthly_reports FOR EACH ROW EXECUTE FUNCTION monthly_reports_emit();

-- The newest documents of a report are linked in it.
CREATE OR REPLACE FUNCTION documents_of_report() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE monthly_reports SET docx = CASE WHEN NEW.kind = 'county_report' THEN NEW.file ELSE docx END, xlsx = CASE WHEN NEW.kind = 'statistics' THEN NEW.file ELSE xlsx END
  WHERE id = NEW.monthly_report;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER documents_of_report AFTER INSERT OR UPDATE OF file ON documents FOR EACH ROW
WHEN (NEW.monthly_report IS NOT NULL AND NEW.status = 'ready' AND NEW.kind IN ('county_report', 'statistics')) EXECUTE FUNCTION documents_of_report();

-- What the calendar begins by itself: drafts of a month's reports some days before they are due, and the city's compilation when they are.
-- Looks back a few days, so that nothing is left out after an outage; each event has its key and is written once. A month of which this
-- system knows nothing (it was installed later) is not compiled.
CREATE OR REPLACE FUNCTION zhudian_turn_reports() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  moment constant timestamptz := zhudian_now();
  before constant integer := (SELECT draft_days_before FROM settings LIMIT 1);
  month record;
BEGIN
  FOR month IN
    SELECT p.period, zhudian_report_due(p.period) AS due_at FROM (
      SELECT to_char(zhudian_today() + n * interval '1 month', 'YYYY-MM') AS period FROM generate_series(-1, 1) n) p
    WHERE to_date(p.period, 'YYYY-MM') >= zhudian_statistics_since()
  LOOP
    IF moment >= month.due_at - before * interval '1 day' AND moment < month.due_at + interval '3 days' AND zhudian_today() >= zhudian_period_opens(month.period) THEN
      PERFORM zhudian_emit(format('report.draft:%s:%s', month.period, c.id), 'report.draft', c.id, json_build_object('period', month.period, 'county', c.id))
      FROM counties c WHERE zhudian_owes_report(c, month.period) AND NOT EXISTS (SELECT FROM monthly_reports r WHERE r.county = c.id AND r.period = month.period);
    END IF;
    IF moment >= month.due_at AND moment < month.due_at + interval '10 days'
      AND (EXISTS (SELECT FROM monthly_reports r WHERE r.period = month.period) OR EXISTS (SELECT FROM outbox o WHERE o.key LIKE 'report.draft:' || month.period || ':%')) THEN
      -- A moment that was set for this month is its own: put off, the month is compiled when it comes.
      PERFORM zhudian_emit(format('period.changed:%s:due', month.period) || coalesce(
          (SELECT ':' || floor(extract(epoch FROM due_at))::bigint FROM report_periods WHERE period = month.period AND due_at IS NOT NULL), ''), 'period.changed', NULL, json_build_object('period', month.period));
    END IF;
  END LOOP;
END
$$;

SELECT zhudian_set_check('settings', 'settings_draft_days_before', $$draft_days_before IS NULL OR draft_days_before BETWEEN 0 AND 20$$);
SELECT zhudian_set_check('monthly_reports', 'monthly_reports_gap_explanation_plain', $$zhudian_is_plain(gap_explanation) AND char_length(coalesce(gap_explanation, '')) <= 20000$$);
