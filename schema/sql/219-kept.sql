-- What others build on is ended, not deleted: a person, a contact, an enterprise, a team, a list, a deadline, an opening balance. Only what nothing
-- refers to goes. The references are those of the database, so that a new one counts by itself; parts of the row itself are none.

CREATE OR REPLACE FUNCTION zhudian_is_referred(target regclass, which uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  reference record;
  found boolean;
BEGIN
  FOR reference IN
    SELECT c.conrelid::regclass AS source, a.attname AS source_column FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = target
      AND (c.conrelid::regclass::text, a.attname::text) NOT IN (('team_members', 'team'), ('task_items', 'task_list'))
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I = $1)', reference.source, reference.source_column) INTO found USING which;
    IF found THEN RETURN true; END IF;
  END LOOP;
  IF target = 'task_lists'::regclass THEN
    RETURN EXISTS (SELECT FROM task_items i JOIN visit_items v ON v.task_item = i.id WHERE i.task_list = which);
  END IF;
  RETURN false;
END
$$;

-- A team that works today is ended by its last day; the enterprise would stand without one from one moment to the next.
CREATE OR REPLACE FUNCTION zhudian_team_works(which uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM teams t WHERE t.id = which AND t.valid_from <= zhudian_today() AND (t.valid_to IS NULL OR t.valid_to >= zhudian_today()))
$$;

-- What a report was handed in with: whether it was in time, what its figures begin with. One entered since has no part in it.
CREATE OR REPLACE FUNCTION zhudian_deadline_was_used(which uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM report_periods p JOIN monthly_reports r ON r.period = p.period WHERE p.id = which AND coalesce(r.submission, 0) > 0)
$$;
CREATE OR REPLACE FUNCTION zhudian_balance_was_used(which uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM opening_balances b JOIN monthly_reports r ON r.county = b.county AND r.period >= to_char(b.as_of, 'YYYY-MM')
    WHERE b.id = which AND coalesce(r.submission, 0) > 0 AND coalesce(r.submitted_at >= b.date_created, true))
$$;

CREATE OR REPLACE FUNCTION zhudian_keep_used() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_is_referred(TG_RELID, OLD.id)
    OR (TG_TABLE_NAME = 'teams' AND zhudian_team_works(OLD.id))
    OR (TG_TABLE_NAME = 'report_periods' AND zhudian_deadline_was_used(OLD.id))
    OR (TG_TABLE_NAME = 'opening_balances' AND zhudian_balance_was_used(OLD.id))
  THEN PERFORM zhudian_refuse(TG_TABLE_NAME || '_used', TG_ARGV[0]); END IF;
  RETURN OLD;
END
$$;

CREATE OR REPLACE TRIGGER contacts_used BEFORE DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION
  zhudian_keep_used('已有月报以该联系人报送，不能删除；不再担任联系人的，请将状态改为停用');
CREATE OR REPLACE TRIGGER enterprises_used BEFORE DELETE ON enterprises FOR EACH ROW EXECUTE FUNCTION
  zhudian_keep_used('该企业已有驻点组、驻点记录、隐患、任务清单或文书，不能删除；不再驻点的，请将状态改为关闭');
CREATE OR REPLACE TRIGGER inspectors_used BEFORE DELETE ON inspectors FOR EACH ROW EXECUTE FUNCTION
  zhudian_keep_used('该驻点人员在驻点组、驻点记录或隐患核验中，不能删除；不再驻点的，请将状态改为停用');
CREATE OR REPLACE TRIGGER teams_used BEFORE DELETE ON teams FOR EACH ROW EXECUTE FUNCTION
  zhudian_keep_used('该驻点组正在驻点，或已有驻点记录，不能删除；请填写截止日期来结束');
CREATE OR REPLACE TRIGGER task_lists_used BEFORE DELETE ON task_lists FOR EACH ROW EXECUTE FUNCTION
  zhudian_keep_used('该清单已用于驻点记录，或有新版本接替它，不能删除；不再使用的，请将状态改为停用');
CREATE OR REPLACE TRIGGER report_periods_used BEFORE DELETE ON report_periods FOR EACH ROW EXECUTE FUNCTION
  zhudian_keep_used('已有月报按这一时限报送，不能删除；请改时限并在备注中说明依据');
CREATE OR REPLACE TRIGGER opening_balances_used BEFORE DELETE ON opening_balances FOR EACH ROW EXECUTE FUNCTION
  zhudian_keep_used('已有报送的月报计入了该期初数，不能删除；数字有误的请直接更正并在备注中说明，下一期月报会显示差异');
