-- Months and quarters that people type: begun, and counted. What was loaded as history stays as it was. The core's rules are `periodFault` and
-- `quarterFault`, with the same words.

CREATE OR REPLACE FUNCTION zhudian_refuse_period(rule text, period text, last text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  first constant text := to_char(zhudian_statistics_since(), 'YYYY-MM');
BEGIN
  IF period < first THEN PERFORM zhudian_refuse(rule || '_since', format('统计自 %s 起，没有 %s 的数据；请选择 %s 至 %s 之间的月份', first, period, first, last)); END IF;
  IF period > last THEN PERFORM zhudian_refuse(rule || '_begun', format('%s 还没有开始；请选择 %s 至 %s 之间的月份', period, first, last)); END IF;
END
$$;

CREATE OR REPLACE FUNCTION monthly_reports_period() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_history() OR NEW.period !~ '^20[0-9]{2}-(0[1-9]|1[0-2])$' THEN RETURN NEW; END IF;
  PERFORM zhudian_refuse_period('monthly_reports_period', NEW.period,
    CASE WHEN zhudian_today() >= zhudian_period_opens(NEW.period) THEN greatest(NEW.period, to_char(zhudian_today(), 'YYYY-MM')) ELSE to_char(zhudian_today(), 'YYYY-MM') END);
  RETURN NEW;
END
$$;
-- A trigger that names a column is asked when the column is written; what was there before this rule stays as it is.
CREATE OR REPLACE TRIGGER monthly_reports_period_new BEFORE INSERT ON monthly_reports FOR EACH ROW EXECUTE FUNCTION monthly_reports_period();
CREATE OR REPLACE TRIGGER monthly_reports_period BEFORE UPDATE OF period ON monthly_reports FOR EACH ROW
WHEN (NEW.period IS DISTINCT FROM OLD.period) EXECUTE FUNCTION monthly_reports_period();

-- A month's own deadline is known ahead, and is no earlier than the month before its own.
CREATE OR REPLACE FUNCTION report_periods_period() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  first date;
  due date;
BEGIN
  IF zhudian_history() OR NEW.period !~ '^20[0-9]{2}-(0[1-9]|1[0-2])$' THEN RETURN NEW; END IF;
  PERFORM zhudian_refuse_period('report_periods_period', NEW.period, to_char(zhudian_today() + interval '12 months', 'YYYY-MM'));
  first := to_date(NEW.period, 'YYYY-MM');
  due := (NEW.due_at AT TIME ZONE coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai'))::date;
  IF due < (first - interval '1 month')::date THEN
    PERFORM zhudian_refuse('report_periods_due_before', format('报送时限 %s 早于 %s；%s 的报告最早在上月报送', due, (first - interval '1 month')::date, NEW.period));
  END IF;
  IF due > make_date(extract(year FROM zhudian_today())::integer + 10, 12, 31) THEN
    PERFORM zhudian_refuse('report_periods_due_far', format('报送时限 %s 不在 2000-01-01 至 %s 年底之间；请核对年份', due, extract(year FROM zhudian_today())::integer + 10));
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER report_periods_period BEFORE INSERT OR UPDATE OF period, due_at ON report_periods FOR EACH ROW EXECUTE FUNCTION report_periods_period();

CREATE OR REPLACE FUNCTION evaluations_quarter() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  first constant text := to_char(zhudian_statistics_since(), 'YYYY-"Q"Q');
  last constant text := to_char(zhudian_today(), 'YYYY-"Q"Q');
BEGIN
  IF zhudian_history() OR NEW.quarter !~ '^20[0-9]{2}-Q[1-4]$' THEN RETURN NEW; END IF;
  IF NEW.quarter < first THEN PERFORM zhudian_refuse('evaluations_quarter_since', format('驻点监督自 %s 起统计，没有 %s；请选择 %s 至 %s 之间的季度', first, NEW.quarter, first, last)); END IF;
  IF NEW.quarter > last THEN PERFORM zhudian_refuse('evaluations_quarter_begun', format('%s 还没有开始；请选择 %s 至 %s 之间的季度', NEW.quarter, first, last)); END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER evaluations_quarter_new BEFORE INSERT ON evaluations FOR EACH ROW EXECUTE FUNCTION evaluations_quarter();
CREATE OR REPLACE TRIGGER evaluations_quarter BEFORE UPDATE OF quarter ON evaluations FOR EACH ROW
WHEN (NEW.quarter IS DISTINCT FROM OLD.quarter) EXECUTE FUNCTION evaluations_quarter();
