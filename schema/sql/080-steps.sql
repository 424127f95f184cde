-- Steps, history and locks of visits and monthly reports; hazards have theirs in 020. What may follow what stands here as well as in
-- the core: no door takes a step that does not exist. Who may take it is asked where a person is known, in Directus.

-- A history is only ever added to. A row that is deleted takes its history along.
CREATE OR REPLACE FUNCTION zhudian_append_only() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  parent_gone boolean;
  -- A log-in that is deleted is named here no more; a name that was never noted may still be.
  free constant text[] := ARRAY['user_created', 'user_updated', 'date_updated', 'actor']
    || CASE WHEN to_jsonb(OLD) ->> 'actor_name' IS NULL THEN ARRAY['actor_name'] ELSE ARRAY[]::text[] END;
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - free) IS NOT DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    EXECUTE format('SELECT NOT EXISTS (SELECT FROM %I WHERE id = $1)', TG_ARGV[0]) INTO parent_gone USING (to_jsonb(OLD) ->> TG_ARGV[1])::uuid;
    IF parent_gone THEN RETURN OLD; END IF;
  END IF;
  PERFORM zhudian_refuse(TG_TABLE_NAME || '_append_only', '流转记录只能追加，不能修改或删除');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visit_events_append_only BEFORE UPDATE OR DELETE ON visit_events
FOR EACH ROW EXECUTE FUNCTION zhudian_append_only('visits', 'visit');
CREATE OR REPLACE TRIGGER report_events_append_only BEFORE UPDATE OR DELETE ON report_events
FOR EACH ROW EXECUTE FUNCTION zhudian_append_only('monthly_reports', 'report');
CREATE OR REPLACE TRIGGER hazard_events_append_only BEFORE UPDATE OR DELETE ON hazard_events
FOR EACH ROW EXECUTE FUNCTION zhudian_append_only('hazards', 'hazard');
DROP FUNCTION IF EXISTS hazard_events_append_only();

-- The name of a login as people write it: the inspector's own, else family name first. Null without either.
CREATE OR REPLACE FUNCTION zhudian_person_name(login uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT i.name FROM inspectors i WHERE i."user" = login ORDER BY i.id LIMIT 1),
    (SELECT nullif(btrim(concat(u.last_name, u.first_name)), '') FROM directus_users u WHERE u.id = login))
$$;

-- A history names the person in words: who reads it may not be allowed to see that person's login, and logins are deleted.
CREATE OR REPLACE FUNCTION zhudian_actor_name(login uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN login IS NULL THEN '系统' ELSE coalesce(zhudian_person_name(login), (SELECT u.email FROM directus_users u WHERE u.id = login)) END
$$;
CREATE OR REPLACE FUNCTION zhudian_name_actor() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.actor_name := zhudian_actor_name(NEW.actor);
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER visit_events_actor BEFORE INSERT ON visit_events FOR EACH ROW EXECUTE FUNCTION zhudian_name_actor();
CREATE OR REPLACE TRIGGER hazard_events_actor BEFORE INSERT ON hazard_events FOR EACH ROW EXECUTE FUNCTION zhudian_name_actor();
CREATE OR REPLACE TRIGGER report_events_actor BEFORE INSERT ON report_events FOR EACH ROW EXECUTE FUNCTION zhudian_name_actor();
UPDATE visit_events SET actor_name = zhudian_actor_name(actor) WHERE actor_name IS NULL;
UPDATE hazard_events SET actor_name = zhudian_actor_name(actor) WHERE actor_name IS NULL;
UPDATE report_events SET actor_name = zhudian_actor_name(actor) WHERE actor_name IS NULL;

CREATE OR REPLACE FUNCTION zhudian_step(kind text, before text, after text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT before = after OR (kind, before, after) IN (
    ('visit', 'draft', 'submitted'), ('visit', 'submitted', 'returned'), ('visit', 'submitted', 'locked'),
    ('visit', 'returned', 'submitted'), ('visit', 'locked', 'returned'),
    ('visit', 'submitted', 'void'), ('visit', 'returned', 'void'), ('visit', 'locked', 'void'),
    ('report', 'draft', 'submitted'), ('report', 'submitted', 'returned'), ('report', 'submitted', 'accepted'),
    ('report', 'returned', 'submitted'), ('report', 'accepted', 'returned'),
    ('hazard', 'open', 'rectifying'), ('hazard', 'open', 'rectified'), ('hazard', 'rectifying', 'rectified'),
    ('hazard', 'rectified', 'verified'), ('hazard', 'rectified', 'rectifying'), ('hazard', 'verified', 'rectifying'),
    ('hazard', 'open', 'void'), ('hazard', 'rectifying', 'void'), ('hazard', 'rectified', 'void'), ('hazard', 'verified', 'void'))
$$;

CREATE OR REPLACE FUNCTION zhudian_require_step(kind text, before text, after text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT zhudian_step(kind, before, after) THEN
    PERFORM zhudian_refuse(kind || '_status_step', format('状态不能从“%s”改为“%s”', before, after));
  END IF;
END
$$;

-- Whether this very transaction has written the row: what is saved in one form is one change.
CREATE OR REPLACE FUNCTION zhudian_written_here(xmin xid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce(xmin::text::bigint = pg_current_xact_id_if_assigned()::text::bigint % 4294967296, false)
$$;

-- What a visit says, without what the system keeps beside it.
CREATE OR REPLACE FUNCTION zhudian_visit_content(visit visits) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT to_jsonb(visit) - ARRAY['status', 'return_reason', 'correction_reason', 'void_reason', 'submitted_at', 'resubmitted_at', 'visible_to', 'county', 'user_created', 'date_created',
    'user_updated', 'date_updated', 'client_key']
$$;

-- Why something is sent back is written in the step that sends it back, says something, and stays until the next one: two offices that send it back at
-- once leave one reason. The history keeps each.
CREATE OR REPLACE FUNCTION zhudian_reason_given(of text, before text, known text, after text, given text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_history() THEN RETURN; END IF;
  IF after = 'returned' AND before <> 'returned' THEN
    IF NOT zhudian_is_reason(given) THEN PERFORM zhudian_refuse(of || '_return_reason', '退回须写明原因：需要改什么、为什么'); END IF;
  ELSIF btrim(coalesce(given, '')) <> btrim(coalesce(known, '')) THEN
    PERFORM zhudian_refuse(of || '_return_reason_state', CASE WHEN after = 'returned' THEN '刚刚已由他人退回，退回原因不能改写；请刷新后查看'
      ELSE '退回原因只在退回时填写，之后不能改写或清空' END);
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION visits_steps() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  who uuid := NEW.user_updated;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status NOT IN ('draft', 'submitted') AND NOT zhudian_history() THEN
      PERFORM zhudian_refuse('visit_status_step', '新的驻点记录只能是草稿或已提交');
    END IF;
    PERFORM zhudian_reason_given('visits', NULL, NULL, NEW.status, NEW.return_reason);
    RETURN NEW;
  END IF;
  PERFORM zhudian_require_step('visit', OLD.status, NEW.status);
  PERFORM zhudian_reason_given('visits', OLD.status, OLD.return_reason, NEW.status, NEW.return_reason);
  PERFORM visits_voided(NEW, OLD);
  -- A step away is no way round: what it changes besides is a correction as well.
  IF OLD.status IN ('submitted', 'locked') THEN
    IF zhudian_visit_content(NEW) IS DISTINCT FROM zhudian_visit_content(OLD) AND NOT zhudian_is_reason(NEW.correction_reason) THEN
      PERFORM zhudian_refuse('visits_correction_reason', '已提交的驻点记录须写明更正原因，或退回后由驻点人员修改');
    END IF;
  END IF;
  IF btrim(coalesce(NEW.correction_reason, '')) <> '' THEN
    IF NOT zhudian_is_reason(NEW.correction_reason) THEN PERFORM zhudian_refuse('visits_correction_reason', '更正原因过于简单，请写明需要改什么、为什么'); END IF;
    INSERT INTO visit_events (id, visit, at, actor, "from", "to", note, date_created)
    VALUES (gen_random_uuid(), NEW.id, zhudian_moment(), who, OLD.status, NEW.status, zhudian_correction('visits', NEW.correction_reason, to_jsonb(OLD), to_jsonb(NEW)), zhudian_moment());
    -- What is written below it in this transaction is part of the correction (221).
    PERFORM set_config('zhudian.correcting', coalesce(current_setting('zhudian.correcting', true), '') || NEW.id, true);
  END IF;
  NEW.correction_reason := NULL;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER visits_steps BEFORE INSERT OR UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION visits_steps();

CREATE OR REPLACE FUNCTION visits_history() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NULL; END IF;
  INSERT INTO visit_events (id, visit, at, actor, "from", "to", note, date_created)
  VALUES (gen_random_uuid(), NEW.id, CASE WHEN zhudian_history() THEN coalesce(NEW.submitted_at, NEW.date_created, zhudian_moment()) ELSE zhudian_moment() END, coalesce(NEW.user_updated, NEW.user_created),
    CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END, NEW.status, CASE NEW.status WHEN 'returned' THEN NEW.return_reason WHEN 'void' THEN '作废：' || NEW.void_reason END, zhudian_moment());
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_history AFTER INSERT OR UPDATE OF status ON visits FOR EACH ROW EXECUTE FUNCTION visits_history();

-- What was handed in is not deleted.
CREATE OR REPLACE FUNCTION visits_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' THEN PERFORM zhudian_refuse('visits_keep', '只能删除草稿；提交过的驻点记录不能删除，可以退回，或写明原因作废'); END IF;
  RETURN OLD;
END
$$;
CREATE OR REPLACE TRIGGER visits_keep BEFORE DELETE ON visits FOR EACH ROW EXECUTE FUNCTION visits_keep();

-- Items, people and photos of a visit that was handed in change only together with it. What somebody says about the signature under their name is
-- not the visit's.
CREATE OR REPLACE FUNCTION visit_parts_locked() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  beside constant text[] := ARRAY['contested_at', 'contested_reason'];
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'visit_inspectors' THEN
    IF to_jsonb(NEW) - beside = to_jsonb(OLD) - beside THEN RETURN NEW; END IF;
  END IF;
  PERFORM FROM visits v WHERE v.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.visit END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.visit END) AND (v.status = 'void' OR v.status IN ('submitted', 'locked') AND NOT zhudian_written_here(v.xmin));
  IF FOUND THEN
    PERFORM zhudian_refuse('visit_parts_locked', '该驻点记录已提交或已作废，不能再改动其清单、人员和照片；请先退回，或随驻点记录一起更正并写明原因');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE OR REPLACE TRIGGER visit_items_locked BEFORE INSERT OR UPDATE OR DELETE ON visit_items FOR EACH ROW EXECUTE FUNCTION visit_parts_locked();
CREATE OR REPLACE TRIGGER visit_inspectors_locked BEFORE INSERT OR UPDATE OR DELETE ON visit_inspectors FOR EACH ROW EXECUTE FUNCTION visit_parts_locked();
CREATE OR REPLACE TRIGGER visits_photos_locked BEFORE INSERT OR UPDATE OR DELETE ON visits_photos FOR EACH ROW EXECUTE FUNCTION visit_parts_locked();

-- At the moment of handing in there are two people, each has signed, and what was found is planned; at commit, since all of it is written after
-- the visit. What is carried over from before comes as it was.
CREATE OR REPLACE FUNCTION visits_pair() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  people integer;
  told text;
BEGIN
  PERFORM FROM visits WHERE id = NEW.id AND status = 'submitted';
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT count(DISTINCT inspector) INTO people FROM visit_inspectors WHERE visit = NEW.id;
  IF people < 2 THEN PERFORM zhudian_refuse('visits_pair', '“两人一企”：提交时至少要有两名到场的驻点人员'); END IF;
  IF zhudian_history() THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status = 'submitted' THEN RETURN NULL; END IF;
  END IF;
  SELECT string_agg(i.name, '、' ORDER BY i.name) INTO told FROM visit_inspectors p JOIN inspectors i ON i.id = p.inspector WHERE p.visit = NEW.id AND p.signature IS NULL;
  IF told IS NOT NULL THEN PERFORM zhudian_refuse('visits_signed', format('还没有签字：%s；到场人员都须签字后才能提交', told)); END IF;
  SELECT h.title INTO told FROM hazards h WHERE h.visit = NEW.id AND h.severity = 'general' AND h.status = 'open' AND NOT zhudian_is_planned(h) LIMIT 1;
  IF FOUND THEN PERFORM zhudian_refuse('visits_hazards_planned', format('隐患“%s”没有当场整改，须先填写整改措施、整改时限和整改责任人', told)); END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS visits_pair ON visits;
CREATE CONSTRAINT TRIGGER visits_pair AFTER INSERT OR UPDATE OF status ON visits DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.status = 'submitted') EXECUTE FUNCTION visits_pair();

-- The same for who is corrected afterwards: whoever comes in has signed, and two stay. Who had not signed before that was asked stays as they are.
CREATE OR REPLACE FUNCTION visit_inspectors_signed() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  which constant uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.visit ELSE NEW.visit END;
  people integer;
BEGIN
  IF zhudian_history() THEN RETURN NULL; END IF;
  PERFORM FROM visits WHERE id = which AND status IN ('submitted', 'locked');
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN
    SELECT count(DISTINCT inspector) INTO people FROM visit_inspectors WHERE visit = which;
    IF people < 2 THEN PERFORM zhudian_refuse('visits_pair', '“两人一企”：提交时至少要有两名到场的驻点人员'); END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  PERFORM FROM visit_inspectors WHERE id = NEW.id AND signature IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.signature IS NULL AND OLD.inspector = NEW.inspector THEN RETURN NULL; END IF;
  END IF;
  PERFORM zhudian_refuse('visits_signed', '到场人员都须签字');
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS visit_inspectors_signed ON visit_inspectors;
CREATE CONSTRAINT TRIGGER visit_inspectors_signed AFTER INSERT OR DELETE OR UPDATE OF inspector, signature, visit ON visit_inspectors DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION visit_inspectors_signed();

-- A team is at an enterprise once a day, however many phones it is entered on.
-- One that is void makes room for the right one.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_indexes WHERE indexname = 'visits_once' AND indexdef NOT LIKE '%void%') THEN DROP INDEX visits_once; END IF;
END
$$;
CREATE UNIQUE INDEX IF NOT EXISTS visits_once ON visits (enterprise, visited_on, team) WHERE status <> 'void';

-- Monthly reports: figures and words stand still once they are handed in.
CREATE OR REPLACE FUNCTION monthly_reports_steps() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  -- Whether it was in time follows from a deadline that may be moved; nobody else may write it (130).
  beside constant text[] := ARRAY['status', 'return_reason', 'correction_reason', 'docx', 'xlsx', 'due_at', 'on_time', 'first_submitted_at', 'user_created',
    'date_created', 'user_updated', 'date_updated'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status NOT IN ('draft', 'submitted') AND NOT zhudian_history() THEN PERFORM zhudian_refuse('report_status_step', '新的月调度报告只能是草稿或已报送'); END IF;
    PERFORM zhudian_reason_given('monthly_reports', NULL, NULL, NEW.status, NEW.return_reason);
  ELSE
    PERFORM zhudian_require_step('report', OLD.status, NEW.status);
    PERFORM zhudian_reason_given('monthly_reports', OLD.status, OLD.return_reason, NEW.status, NEW.return_reason);
    IF OLD.status IN ('submitted', 'accepted') AND (to_jsonb(NEW) - beside) IS DISTINCT FROM (to_jsonb(OLD) - beside) THEN
      PERFORM zhudian_refuse('monthly_reports_frozen', '已报送的报告不能改动；请由市级退回后修改');
    END IF;
    IF btrim(coalesce(NEW.correction_reason, '')) <> '' THEN
      INSERT INTO report_events (id, report, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, zhudian_moment(), NEW.user_updated, OLD.status, NEW.status,
        '更正说明：' || NEW.correction_reason || zhudian_changes('monthly_reports', to_jsonb(OLD), to_jsonb(NEW)), zhudian_moment());
    END IF;
  END IF;
  NEW.correction_reason := NULL;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER monthly_reports_steps BEFORE INSERT OR UPDATE ON monthly_reports FOR EACH ROW EXECUTE FUNCTION monthly_reports_steps();

CREATE OR REPLACE FUNCTION monthly_reports_history() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NULL; END IF;
  INSERT INTO report_events (id, report, at, actor, "from", "to", note, date_created)
  VALUES (gen_random_uuid(), NEW.id, zhudian_moment(), coalesce(NEW.user_updated, NEW.user_created),
    CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END, NEW.status, CASE WHEN NEW.status = 'returned' THEN NEW.return_reason END, zhudian_moment());
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER monthly_reports_history AFTER INSERT OR UPDATE OF status ON monthly_reports
FOR EACH ROW EXECUTE FUNCTION monthly_reports_history();

CREATE OR REPLACE FUNCTION monthly_reports_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' THEN PERFORM zhudian_refuse('monthly_reports_keep', '只能删除草稿；报送过的报告可以退回，但不能删除'); END IF;
  RETURN OLD;
END
$$;
CREATE OR REPLACE TRIGGER monthly_reports_keep BEFORE DELETE ON monthly_reports FOR EACH ROW EXECUTE FUNCTION monthly_reports_keep();
CREATE UNIQUE INDEX IF NOT EXISTS monthly_reports_once ON monthly_reports (county, period);
