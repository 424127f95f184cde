-- What was entered by mistake is voided, never deleted: it stays to be read with its reason and its history, and counts nowhere. Only drafts are
-- deleted.

-- A hazard is a draft as long as it is a general one of a visit that nobody has handed in. What this very transaction hands in or raises is told
-- by the clock: the photos of one save are written after it.
CREATE OR REPLACE FUNCTION zhudian_hazard_stands(which uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM hazards h LEFT JOIN visits v ON v.id = h.visit WHERE h.id = which AND (
    h.status IN ('verified', 'void') OR h.reported_at IS NOT NULL OR (h.severity = 'major' AND h.major_since < zhudian_now())
    OR h.visit IS NULL OR (v.status <> 'draft' AND coalesce(v.submitted_at < zhudian_now(), true))))
$$;

-- What is void does not change any more; what the system notes of it (a mail that was sent, a county that was moved) is written all the same.
CREATE OR REPLACE FUNCTION zhudian_void_content(of jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT of - ARRAY['reported_at', 'acknowledged_at', 'acknowledged_by', 'acknowledged_login', 'acknowledged_link', 'acknowledged_from',
    'acknowledge_disputed_at', 'county', 'enterprise', 'team', 'visible_to', 'correction_reason',
    'user_created', 'user_updated', 'date_updated', 'verified_by', 'rectified_by', 'visit_item']
$$;

CREATE OR REPLACE FUNCTION hazards_voided(after hazards, before hazards) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF before.status = 'void' THEN
    IF zhudian_void_content(to_jsonb(after)) IS DISTINCT FROM zhudian_void_content(to_jsonb(before)) THEN
      PERFORM zhudian_refuse('hazards_void', '该隐患已作废，不能再改动；仍须整改的，请重新登记');
    END IF;
  ELSIF after.status = 'void' THEN
    IF NOT zhudian_is_reason(after.void_reason) THEN PERFORM zhudian_refuse('hazards_void_reason', '作废须写明原因'); END IF;
    IF (zhudian_void_content(to_jsonb(after)) - ARRAY['status', 'void_reason']) IS DISTINCT FROM (zhudian_void_content(to_jsonb(before)) - ARRAY['status', 'void_reason']) THEN
      PERFORM zhudian_refuse('hazards_void_alone', '作废时不能同时改动其他内容；请只填写作废原因');
    END IF;
  ELSIF after.void_reason IS DISTINCT FROM before.void_reason THEN
    PERFORM zhudian_refuse('hazards_void_reason_state', '没有作废的隐患不填作废原因；要作废的，请将整改状态改为“已作废”');
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION visits_voided(after visits, before visits) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  IF before.status = 'void' THEN
    IF zhudian_void_content(to_jsonb(after)) IS DISTINCT FROM zhudian_void_content(to_jsonb(before)) THEN
      PERFORM zhudian_refuse('visits_void', '该驻点记录已作废，不能再改动；需要的，请重新填写一份');
    END IF;
  ELSIF after.status = 'void' THEN
    IF NOT zhudian_is_reason(after.void_reason) THEN PERFORM zhudian_refuse('visits_void_reason', '作废须写明原因'); END IF;
    IF (zhudian_void_content(to_jsonb(after)) - ARRAY['status', 'void_reason']) IS DISTINCT FROM (zhudian_void_content(to_jsonb(before)) - ARRAY['status', 'void_reason']) THEN
      PERFORM zhudian_refuse('visits_void_alone', '作废时不能同时改动其他内容；请只填写作废原因');
    END IF;
    -- A hazard that was found is not lost with the record it was written in: somebody decides about each.
    SELECT string_agg('“' || h.title || '”', '、' ORDER BY h.title) INTO told FROM hazards h WHERE h.visit = after.id AND h.status <> 'void';
    IF told IS NOT NULL THEN
      PERFORM zhudian_refuse('visits_void_hazards', format('该驻点记录下还有隐患：%s；请先将登记有误的隐患作废，仍须整改的由市级改到其他驻点记录', told));
    END IF;
  ELSIF after.void_reason IS DISTINCT FROM before.void_reason THEN
    PERFORM zhudian_refuse('visits_void_reason_state', '没有作废的驻点记录不填作废原因；要作废的，请将状态改为“已作废”');
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION hazards_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_hazard_stands(OLD.id) THEN PERFORM zhudian_refuse('hazards_keep', '登记过的隐患不能删除；登记有误的，请将整改状态改为“已作废”并写明原因'); END IF;
  RETURN OLD;
END
$$;
CREATE OR REPLACE TRIGGER hazards_keep BEFORE DELETE ON hazards FOR EACH ROW EXECUTE FUNCTION hazards_keep();

-- The photos of a hazard that stands are evidence: others may be added, none is taken away or exchanged, and to a void one none is added.
CREATE OR REPLACE FUNCTION hazard_photos_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    IF (TG_OP = 'DELETE' OR (NEW.file, NEW.hazard) IS DISTINCT FROM (OLD.file, OLD.hazard)) AND zhudian_hazard_stands(OLD.hazard) THEN
      PERFORM zhudian_refuse('hazard_photos_keep', '隐患已上报，其照片不能删除或替换；拍错的，请另外补传照片并在描述中说明');
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  PERFORM FROM hazards WHERE id = NEW.hazard AND status = 'void';
  IF FOUND AND (TG_OP = 'INSERT' OR (NEW.file, NEW.hazard) IS DISTINCT FROM (OLD.file, OLD.hazard)) THEN
    PERFORM zhudian_refuse('hazards_void', '该隐患已作废，不能再上传照片；仍须整改的，请重新登记');
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER hazard_photos_keep BEFORE INSERT OR UPDATE OR DELETE ON hazards_photos_before FOR EACH ROW EXECUTE FUNCTION hazard_photos_keep();
CREATE OR REPLACE TRIGGER hazard_photos_keep BEFORE INSERT OR UPDATE OR DELETE ON hazards_photos_after FOR EACH ROW EXECUTE FUNCTION hazard_photos_keep();

-- Evaluations and inspections have no states: one that says why it is void is void.
CREATE OR REPLACE FUNCTION evaluations_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM zhudian_refuse('evaluations_keep', '评估（督查）不能删除；登记有误的，请填写作废原因');
  END IF;
  IF btrim(coalesce(NEW.void_reason, '')) <> '' AND NEW.void_reason IS DISTINCT FROM OLD.void_reason AND NOT zhudian_is_reason(NEW.void_reason) THEN
    PERFORM zhudian_refuse('evaluations_void_reason', '作废须写明原因：为什么作废');
  END IF;
  IF btrim(coalesce(OLD.void_reason, '')) <> '' AND zhudian_void_content(to_jsonb(NEW)) IS DISTINCT FROM zhudian_void_content(to_jsonb(OLD)) THEN
    PERFORM zhudian_refuse('evaluations_void', '该评估（督查）已作废，不能再改动；需要的，请重新登记');
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER evaluations_keep BEFORE UPDATE OR DELETE ON evaluations FOR EACH ROW EXECUTE FUNCTION evaluations_keep();

-- Who is named as having seen that a hazard is gone stays.
CREATE OR REPLACE FUNCTION inspectors_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM hazards WHERE verified_by = OLD.id;
  IF FOUND THEN PERFORM zhudian_refuse('inspectors_keep', '该驻点人员核验过隐患，不能删除；不再驻点的，请将状态改为停用'); END IF;
  RETURN OLD;
END
$$;
CREATE OR REPLACE TRIGGER inspectors_keep BEFORE DELETE ON inspectors FOR EACH ROW EXECUTE FUNCTION inspectors_keep();

-- A document that was made may have been printed, signed and sent: it stays as it is. What failed, or was only asked for, does not.
CREATE OR REPLACE FUNCTION documents_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'ready' AND OLD.file IS NOT NULL THEN
    PERFORM zhudian_refuse('documents_keep', '已生成的文书不能删除；内容有误的，请更正后重新申请一份');
  END IF;
  RETURN OLD;
END
$$;
CREATE OR REPLACE TRIGGER documents_keep BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION documents_keep();

-- Nor is the template it was made with deleted or exchanged: another version is uploaded. A document names the version; its kind is the key, or
-- the beginning of a workbook's.
CREATE OR REPLACE FUNCTION zhudian_template_is_cited(which uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM document_templates t, documents d WHERE t.id = which
    AND (d.template = t.id OR (d.template_version = t.version AND t.key IN (d.kind, d.kind || '_xlsx'))))
$$;

CREATE OR REPLACE FUNCTION document_templates_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.status = 'in_force' THEN
    PERFORM zhudian_refuse('document_templates_keep', '正在使用的模板不能删除；请先启用另一个版本');
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.file, NEW.key, NEW.version) IS NOT DISTINCT FROM (OLD.file, OLD.key, OLD.version) THEN RETURN NEW; END IF;
  END IF;
  IF zhudian_template_is_cited(OLD.id) THEN PERFORM zhudian_refuse('document_templates_keep', '已有文书用这个模板生成，不能删除或替换；请上传一个新版本'); END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE OR REPLACE TRIGGER document_templates_keep BEFORE DELETE OR UPDATE OF file, key, version ON document_templates
FOR EACH ROW EXECUTE FUNCTION document_templates_keep();
