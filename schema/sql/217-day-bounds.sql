-- Days that people type are within reason (`farDayFault` in the core): a slip in the year hides a deadline for centuries. Only what is written
-- anew is asked: rows of before stay as they are, and history is loaded as it was.

CREATE OR REPLACE FUNCTION zhudian_refuse_far_days() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  fresh constant jsonb := to_jsonb(NEW);
  past constant jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
  last constant date := make_date(extract(year FROM zhudian_today())::integer + 10, 12, 31);
  place integer := 0;
  day date;
BEGIN
  IF zhudian_history() THEN RETURN NEW; END IF;
  -- The arguments are a column and what people call it, by turns.
  WHILE place < TG_NARGS LOOP
    IF fresh ->> TG_ARGV[place] IS DISTINCT FROM past ->> TG_ARGV[place] THEN
      day := (fresh ->> TG_ARGV[place])::date;
      IF day < DATE '2000-01-01' OR day > last THEN
        PERFORM zhudian_refuse(format('%s_%s_far', TG_TABLE_NAME, TG_ARGV[place]), format('%s %s 不在 2000-01-01 至 %s 之间；请核对年份', TG_ARGV[place + 1], day, last));
      END IF;
    END IF;
    place := place + 2;
  END LOOP;
  RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER hazards_far_days BEFORE INSERT OR UPDATE OF found_on, deadline, rectified_on, verified_on ON hazards FOR EACH ROW
EXECUTE FUNCTION zhudian_refuse_far_days('found_on', '发现日期', 'deadline', '整改时限', 'rectified_on', '整改完成日期', 'verified_on', '核验日期');
CREATE OR REPLACE TRIGGER visits_far_days BEFORE INSERT OR UPDATE OF visited_on, arrived_at, left_at ON visits FOR EACH ROW
EXECUTE FUNCTION zhudian_refuse_far_days('visited_on', '驻点日期', 'arrived_at', '到达时间', 'left_at', '离开时间');
CREATE OR REPLACE TRIGGER teams_far_days BEFORE INSERT OR UPDATE OF valid_from, valid_to ON teams FOR EACH ROW
EXECUTE FUNCTION zhudian_refuse_far_days('valid_from', '生效日期', 'valid_to', '截止日期');
CREATE OR REPLACE TRIGGER task_lists_far_days BEFORE INSERT OR UPDATE OF valid_from, valid_to ON task_lists FOR EACH ROW
EXECUTE FUNCTION zhudian_refuse_far_days('valid_from', '生效日期', 'valid_to', '截止日期');
CREATE OR REPLACE TRIGGER evaluations_far_days BEFORE INSERT OR UPDATE OF evaluated_on, reply_due, replied_on ON evaluations FOR EACH ROW
EXECUTE FUNCTION zhudian_refuse_far_days('evaluated_on', '评估（督查）日期', 'reply_due', '整改反馈期限', 'replied_on', '收到整改反馈日期');
CREATE OR REPLACE TRIGGER monthly_reports_far_days BEFORE INSERT OR UPDATE OF filled_on ON monthly_reports FOR EACH ROW
EXECUTE FUNCTION zhudian_refuse_far_days('filled_on', '填表日期');
