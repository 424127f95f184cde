-- Evaluations of a county's quarter, and the city's inspections: what no door may write; the messages are told by the form.
SELECT zhudian_set_check('evaluations', 'evaluations_texts', $$
  char_length(coalesce(findings, '')) <= 20000 AND char_length(coalesce(practices, '')) <= 20000
  AND char_length(coalesce(problems, '')) <= 20000 AND char_length(coalesce(suggestions, '')) <= 20000
  AND zhudian_is_plain(findings) AND zhudian_is_plain(practices) AND zhudian_is_plain(problems) AND zhudian_is_plain(suggestions)$$);
SELECT zhudian_set_check('evaluations', 'evaluations_evaluated_on_after',
  $$evaluated_on >= make_date(left(quarter, 4)::int, right(quarter, 1)::int * 3 - 2, 1)$$);

-- What was looked at, and what came back, is told of the past. Asked for what is written now.
CREATE OR REPLACE FUNCTION evaluations_dates() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_history() THEN RETURN NEW; END IF;
  IF NEW.evaluated_on > zhudian_today() AND (TG_OP = 'INSERT' OR NEW.evaluated_on IS DISTINCT FROM OLD.evaluated_on) THEN
    PERFORM zhudian_refuse('evaluations_evaluated_on_past', '评估（督查）日期不能晚于今天');
  END IF;
  IF NEW.replied_on > zhudian_today() AND (TG_OP = 'INSERT' OR NEW.replied_on IS DISTINCT FROM OLD.replied_on) THEN
    PERFORM zhudian_refuse('evaluations_replied_on_past', '收到整改反馈日期不能晚于今天');
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER evaluations_dates BEFORE INSERT OR UPDATE OF evaluated_on, replied_on ON evaluations FOR EACH ROW EXECUTE FUNCTION evaluations_dates();
