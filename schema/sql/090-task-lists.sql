-- Task lists: what is published stands as it was published; a new version takes its place.

SELECT zhudian_set_check('task_lists', 'task_lists_scope_known', $$scope IN ('city', 'county', 'enterprise')$$);
SELECT zhudian_set_check('task_lists', 'task_lists_status_known', $$status IN ('draft', 'published', 'retired')$$);
SELECT zhudian_set_check('task_lists', 'task_lists_county_given', $$scope <> 'county' OR county IS NOT NULL$$);
SELECT zhudian_set_check('task_lists', 'task_lists_enterprise_given', $$scope <> 'enterprise' OR enterprise IS NOT NULL$$);
SELECT zhudian_set_check('task_lists', 'task_lists_dates_in_order', $$valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from$$);
SELECT zhudian_set_check('task_items', 'task_items_content_given', $$btrim(content) <> ''$$);

CREATE OR REPLACE FUNCTION task_lists_steps() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status <> 'draft' THEN
    IF NEW.status = 'draft' THEN PERFORM zhudian_refuse('task_lists_stay_published', '已发布的任务清单不能改回草稿；请发布新版本'); END IF;
    IF (NEW.name, NEW.scope, NEW.county, NEW.enterprise, NEW.enterprise_type, NEW.version) IS DISTINCT FROM
       (OLD.name, OLD.scope, OLD.county, OLD.enterprise, OLD.enterprise_type, OLD.version) THEN
      PERFORM zhudian_refuse('task_lists_published', '已发布的任务清单不能改动；请新建一个版本并在“替代”中选择本清单');
    END IF;
  END IF;
  IF NEW.status = 'published' AND NEW.supersedes IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.status <> 'published') THEN
    PERFORM FROM task_lists l WHERE l.id = NEW.supersedes AND (l.scope, l.county, l.enterprise) IS DISTINCT FROM (NEW.scope, NEW.county, NEW.enterprise);
    IF FOUND THEN PERFORM zhudian_refuse('task_lists_supersedes_own', '只能替代同一适用范围（同一县、同一企业）的任务清单'); END IF;
    -- The old one holds until the day before the new one does: for visits of those days that are written later, too.
    UPDATE task_lists SET valid_to = least(valid_to, NEW.valid_from - 1)
    WHERE id = NEW.supersedes AND status = 'published' AND (NEW.valid_from > valid_from OR (valid_from IS NULL AND NEW.valid_from IS NOT NULL));
    IF NOT FOUND THEN UPDATE task_lists SET status = 'retired' WHERE id = NEW.supersedes AND status = 'published'; END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER task_lists_steps BEFORE INSERT OR UPDATE ON task_lists FOR EACH ROW EXECUTE FUNCTION task_lists_steps();

CREATE OR REPLACE FUNCTION task_items_published() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.content, NEW.standard, NEW.basis, NEW.sort, NEW.task_list) IS NOT DISTINCT FROM (OLD.content, OLD.standard, OLD.basis, OLD.sort, OLD.task_list) THEN
    RETURN NEW;
  END IF;
  PERFORM FROM task_lists l WHERE l.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.task_list END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.task_list END)
    AND l.status <> 'draft' AND NOT zhudian_written_here(l.xmin);
  IF FOUND THEN PERFORM zhudian_refuse('task_items_published', '已发布的任务清单不能增删或修改条目；请新建一个版本'); END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE OR REPLACE TRIGGER task_items_published BEFORE INSERT OR UPDATE OR DELETE ON task_items FOR EACH ROW EXECUTE FUNCTION task_items_published();

CREATE OR REPLACE FUNCTION task_lists_not_empty() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM task_lists l WHERE l.id = NEW.id AND l.status = 'published' AND NOT EXISTS (SELECT FROM task_items WHERE task_list = l.id);
  IF FOUND THEN PERFORM zhudian_refuse('task_lists_not_empty', '任务清单没有条目，不能发布'); END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS task_lists_not_empty ON task_lists;
CREATE CONSTRAINT TRIGGER task_lists_not_empty AFTER INSERT OR UPDATE OF status ON task_lists DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.status = 'published') EXECUTE FUNCTION task_lists_not_empty();
