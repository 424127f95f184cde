-- Hazards: what no door may write, the county that follows the enterprise, the history, and the event of a major one.

-- A visit that comes whole in one request, as from a phone that was off line, brings its hazards and photos before the items they are of: Directus
-- writes lists in an order of its own. Whether the item is there is asked at the end of the transaction.
ALTER TABLE hazards ALTER CONSTRAINT hazards_visit_item_foreign DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE visits_photos ALTER CONSTRAINT visits_photos_visit_item_foreign DEFERRABLE INITIALLY DEFERRED;

SELECT zhudian_set_check('hazards', 'hazards_severity_known', $$severity IN ('general', 'major')$$);
SELECT zhudian_set_check('hazards', 'hazards_status_known', $$status IN ('open', 'rectifying', 'rectified', 'verified', 'void')$$);
SELECT zhudian_set_check('hazards', 'hazards_title_length', $$char_length(btrim(title)) BETWEEN 2 AND 120$$);
SELECT zhudian_set_check('hazards', 'hazards_description_length', $$char_length(description) <= 5000$$);
SELECT zhudian_set_check('hazards', 'hazards_description_concrete', $$zhudian_is_concrete(description)$$);
SELECT zhudian_set_check('hazards', 'hazards_texts_length', $$
  char_length(coalesce(place, '')) <= 200 AND char_length(coalesce(measures, '')) <= 2000
  AND char_length(coalesce(responsible_person, '')) <= 200 AND char_length(coalesce(funds, '')) <= 200
  AND char_length(coalesce(plan, '')) <= 2000 AND char_length(coalesce(rectification, '')) <= 2000$$);
SELECT zhudian_set_check('hazards', 'hazards_texts_plain', $$
  zhudian_is_plain(title) AND zhudian_is_plain(description) AND zhudian_is_plain(place) AND zhudian_is_plain(measures)
  AND zhudian_is_plain(responsible_person) AND zhudian_is_plain(funds) AND zhudian_is_plain(plan)
  AND zhudian_is_plain(rectification)$$);
SELECT zhudian_set_check('hazards', 'hazards_deadline_after_found', $$deadline IS NULL OR deadline >= found_on$$);
SELECT zhudian_set_check('hazards', 'hazards_rectified_after_found', $$rectified_on IS NULL OR rectified_on >= found_on$$);
-- 五落实: 措施、责任、资金、时限、预案, once a major hazard leaves "open".
SELECT zhudian_set_check('hazards', 'hazards_major_five_elements', $$
  severity <> 'major' OR status IN ('open', 'void') OR (
    btrim(coalesce(measures, '')) <> '' AND btrim(coalesce(responsible_person, '')) <> ''
    AND btrim(coalesce(funds, '')) <> '' AND deadline IS NOT NULL AND btrim(coalesce(plan, '')) <> '')$$);
-- What is not rectified on the spot carries measures, a deadline and a responsible person.
SELECT zhudian_set_check('hazards', 'hazards_rectifying_elements', $$
  status <> 'rectifying' OR (
    btrim(coalesce(measures, '')) <> '' AND btrim(coalesce(responsible_person, '')) <> '' AND deadline IS NOT NULL)$$);
SELECT zhudian_set_check('hazards', 'hazards_rectified_evidence', $$
  status NOT IN ('rectified', 'verified') OR (rectified_on IS NOT NULL AND btrim(coalesce(rectification, '')) <> '')$$);

SELECT zhudian_set_check('hazards', 'hazards_verification_texts', $$
  char_length(coalesce(verification, '')) <= 2000 AND char_length(coalesce(verified_officer, '')) <= 100
  AND zhudian_is_plain(verification) AND zhudian_is_plain(verified_officer)$$);

-- Whether a hazard says what is done, by whom and by when.
CREATE OR REPLACE FUNCTION zhudian_is_planned(hazard hazards) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT btrim(coalesce(hazard.measures, '')) <> '' AND btrim(coalesce(hazard.responsible_person, '')) <> '' AND hazard.deadline IS NOT NULL
$$;

-- A general hazard that was not rectified on the spot is planned as soon as nobody hands it in any more: without a visit, or with one that is in
-- (080 asks when a visit is handed in). What was there before is asked only for what is taken away. A draft that is deleted leaves its
-- hazards behind: nobody is kept from that.
CREATE OR REPLACE FUNCTION hazards_planned(after hazards, before hazards) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF after.severity <> 'general' OR after.status <> 'open' OR zhudian_is_planned(after) THEN RETURN; END IF;
  IF before.id IS NOT NULL THEN
    IF before.severity = 'general' AND after.visit IS NOT DISTINCT FROM before.visit
      AND NOT (btrim(coalesce(before.measures, '')) <> '' AND btrim(coalesce(after.measures, '')) = '')
      AND NOT (btrim(coalesce(before.responsible_person, '')) <> '' AND btrim(coalesce(after.responsible_person, '')) = '')
      AND NOT (before.deadline IS NOT NULL AND after.deadline IS NULL) THEN
      RETURN;
    END IF;
    IF after.visit IS NULL AND before.visit IS NOT NULL THEN
      PERFORM FROM visits WHERE id = before.visit;
      IF NOT FOUND THEN RETURN; END IF;
    END IF;
  END IF;
  IF after.visit IS NOT NULL THEN
    PERFORM FROM visits WHERE id = after.visit AND status IN ('submitted', 'locked');
    IF NOT FOUND THEN RETURN; END IF;
  END IF;
  PERFORM zhudian_refuse('hazards_planned', '没有当场整改的隐患须明确整改措施、整改时限和整改责任人');
END
$$;

-- Days and moments belong to the state of a hazard, tell of the past, and follow each other. Asked for what is written now; the system's own
-- moments may be ahead by what two clocks are apart, for a mail that was sent must be written down.
CREATE OR REPLACE FUNCTION hazards_dates(after hazards, before hazards) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  latest constant timestamptz := greatest(zhudian_now(), clock_timestamp()) + interval '1 day';
BEGIN
  IF (after.status, after.rectified_on, after.verified_on, after.found_on) IS DISTINCT FROM (before.status, before.rectified_on, before.verified_on, before.found_on) THEN
    IF after.rectified_on IS NOT NULL AND after.status NOT IN ('rectified', 'verified', 'void') AND (before.rectified_on, before.status) IS DISTINCT FROM (after.rectified_on, after.status) THEN
      PERFORM zhudian_refuse('hazards_rectified_on_state', '尚未整改的隐患不填整改完成日期');
    END IF;
    IF after.verified_on IS NOT NULL AND after.status NOT IN ('verified', 'void') AND (before.verified_on, before.status) IS DISTINCT FROM (after.verified_on, after.status) THEN
      PERFORM zhudian_refuse('hazards_verified_on_state', '尚未核验的隐患不填核验日期');
    END IF;
    IF after.verified_on > zhudian_today() AND after.verified_on IS DISTINCT FROM before.verified_on THEN
      PERFORM zhudian_refuse('hazards_verified_on_past', '核验日期不能晚于今天');
    END IF;
    IF after.verified_on < coalesce(after.rectified_on, after.found_on) THEN
      PERFORM zhudian_refuse('hazards_verified_on_after', '核验日期不能早于整改完成日期');
    END IF;
  END IF;
  IF after.reported_at > latest AND after.reported_at IS DISTINCT FROM before.reported_at THEN
    PERFORM zhudian_refuse('hazards_reported_at_past', '直报时间不能晚于现在');
  END IF;
  IF after.acknowledged_at > latest AND after.acknowledged_at IS DISTINCT FROM before.acknowledged_at THEN
    PERFORM zhudian_refuse('hazards_acknowledged_at_past', '签收时间不能晚于现在');
  END IF;
END
$$;

-- What a hazard is does not change without a word: after its visit was handed in, once it is verified, and when a major one is made
-- less. Making one major never needs a reason: it has to be quick.
CREATE OR REPLACE FUNCTION hazards_corrected(after hazards, before hazards) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF btrim(coalesce(after.correction_reason, '')) <> '' THEN
    IF NOT zhudian_is_reason(after.correction_reason) THEN PERFORM zhudian_refuse('hazards_correction_reason', '更正原因过于简单，请写明需要改什么、为什么'); END IF;
    RETURN;
  END IF;
  IF before.severity = 'major' AND after.severity <> 'major' THEN
    PERFORM zhudian_refuse('hazards_correction_reason', '降低隐患级别须写明更正原因');
  END IF;
  -- Overdue stays overdue, and a counted rectification stays in its month, unless somebody says why.
  IF before.deadline < zhudian_today() AND before.status IN ('open', 'rectifying') AND (after.deadline IS NULL OR after.deadline > before.deadline) THEN
    PERFORM zhudian_refuse('hazards_correction_reason', '已超过整改时限，延期须写明原因');
  END IF;
  IF before.status IN ('rectified', 'verified') AND after.status IN ('rectified', 'verified') AND after.rectified_on IS DISTINCT FROM before.rectified_on THEN
    PERFORM zhudian_refuse('hazards_correction_reason', '更正整改完成日期须写明原因');
  END IF;
  -- What was verified stays as it was seen. An inspector who is deleted takes the name along: nobody is kept from that.
  IF before.status = 'verified' AND after.status = 'verified' AND NOT zhudian_history()
    AND (after.rectification, after.verified_on, after.verified_officer, after.verification) IS DISTINCT FROM
      (before.rectification, before.verified_on, before.verified_officer, before.verification)
    OR after.verified_by IS DISTINCT FROM before.verified_by AND before.status = 'verified' AND after.status = 'verified' AND NOT zhudian_history()
      AND (after.verified_by IS NOT NULL OR EXISTS (SELECT FROM inspectors WHERE id = before.verified_by)) THEN
    PERFORM zhudian_refuse('hazards_correction_reason', '更正已核验隐患的整改情况、核验人、核验日期或核验情况须写明更正原因');
  END IF;
  IF (after.enterprise, after.title, after.description) IS NOT DISTINCT FROM (before.enterprise, before.title, before.description)
     -- One that is taken to another visit was found on that one's day.
     AND (after.found_on IS NOT DISTINCT FROM before.found_on OR (after.visit IS NOT NULL AND after.visit IS DISTINCT FROM before.visit))
     AND (before.place IS NULL OR after.place IS NOT DISTINCT FROM before.place) THEN
    RETURN;
  END IF;
  PERFORM FROM visits v WHERE v.id = before.visit AND v.status IN ('submitted', 'locked') AND NOT zhudian_written_here(v.xmin);
  IF FOUND OR before.status = 'verified' THEN
    PERFORM zhudian_refuse('hazards_correction_reason', '已提交或已核验的隐患须写明更正原因');
  END IF;
END
$$;

-- A hazard is still being written as long as it is a general one of a visit that nobody has handed in: a phone saves it again and again. Handing in is
-- the last of those saves. One whose history tells of a change stood before.
CREATE OR REPLACE FUNCTION zhudian_hazard_is_drafted(hazard hazards) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF hazard.severity <> 'general' THEN RETURN false; END IF;
  PERFORM FROM visits v WHERE v.id = hazard.visit AND (v.status = 'draft'
    OR EXISTS (SELECT FROM visit_events e WHERE e.visit = v.id AND e."from" = 'draft' AND zhudian_written_here(e.xmin)));
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM FROM hazard_events e WHERE e.hazard = hazard.id AND (e.note LIKE '修改：%' OR e.note LIKE '更正：%');
  RETURN NOT FOUND;
END
$$;

-- What a registered hazard says and said, old and new, for its history; empty where nothing differs. Its severity and its state have entries of their own. What points
-- at a row that is gone was not changed by anybody.
CREATE OR REPLACE FUNCTION hazards_rewritten(after hazards, before hazards) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  aside text[] := ARRAY['severity', 'rectified_by'];
BEGIN
  IF after.visit IS NULL AND NOT EXISTS (SELECT FROM visits WHERE id = before.visit) THEN aside := aside || 'visit'::text; END IF;
  IF after.visit_item IS NULL AND NOT EXISTS (SELECT FROM visit_items WHERE id = before.visit_item) THEN aside := aside || 'visit_item'::text; END IF;
  IF after.verified_by IS NULL AND NOT EXISTS (SELECT FROM inspectors WHERE id = before.verified_by) THEN aside := aside || 'verified_by'::text; END IF;
  RETURN zhudian_changes('hazards', to_jsonb(before) - aside, to_jsonb(after) - aside);
END
$$;

CREATE OR REPLACE FUNCTION hazards_before() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  enterprise_county uuid;
  visit_enterprise uuid;
  rewritten text;
BEGIN
  NEW.found_on := coalesce(NEW.found_on, (SELECT visited_on FROM visits WHERE id = NEW.visit), zhudian_today());
  SELECT county INTO enterprise_county FROM enterprises WHERE id = NEW.enterprise;
  NEW.county := enterprise_county;
  -- Only for what says so now: a mail that was sent, or a confirmation, must be written down whatever stands here.
  IF NEW.visit IS NOT NULL AND (TG_OP = 'INSERT' OR (NEW.visit, NEW.enterprise) IS DISTINCT FROM (OLD.visit, OLD.enterprise)) THEN
    SELECT enterprise INTO visit_enterprise FROM visits WHERE id = NEW.visit;
    IF visit_enterprise IS DISTINCT FROM NEW.enterprise THEN
      PERFORM zhudian_refuse('hazards_visit_enterprise', '隐患所属企业与驻点记录的企业不一致');
    END IF;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.found_on IS DISTINCT FROM OLD.found_on THEN
    IF NEW.found_on > zhudian_today() THEN
      PERFORM zhudian_refuse('hazards_found_on_past', '发现日期不能晚于今天');
    END IF;
    IF NOT zhudian_history() THEN
      IF NEW.visit IS NULL AND NEW.found_on < zhudian_statistics_since() THEN
        PERFORM zhudian_refuse('hazards_found_on_since', format('发现日期早于统计起始日期（%s），请核对年份', zhudian_statistics_since()));
      END IF;
    END IF;
  END IF;
  -- What is found at a visit is found on its day; a visit that is moved takes its hazards along.
  IF NEW.visit IS NOT NULL AND NOT zhudian_history() AND (TG_OP = 'INSERT' OR (NEW.visit, NEW.found_on) IS DISTINCT FROM (OLD.visit, OLD.found_on)) THEN
    PERFORM FROM visits WHERE id = NEW.visit AND visited_on <> NEW.found_on;
    IF FOUND THEN PERFORM zhudian_refuse('hazards_found_on_visit', '驻点时发现的隐患，发现日期须是驻点当天'); END IF;
  END IF;
  IF NEW.rectified_on > zhudian_today() AND (TG_OP = 'INSERT' OR NEW.rectified_on IS DISTINCT FROM OLD.rectified_on) THEN
    PERFORM zhudian_refuse('hazards_rectified_on_past', '整改完成日期不能晚于今天');
  END IF;
  IF NEW.verified_by IS NOT NULL AND NOT zhudian_history() AND (TG_OP = 'INSERT' OR NEW.verified_by IS DISTINCT FROM OLD.verified_by) THEN
    IF NOT zhudian_may_verify(NEW.verified_by, NEW.enterprise, NEW.verified_on) THEN
      PERFORM zhudian_refuse('hazards_verifier_county', '核验人须是本县（市、区）人员、市级人员或该企业驻点组成员');
    END IF;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT zhudian_history() THEN
      PERFORM hazards_planned(NEW, NULL);
      PERFORM hazards_dates(NEW, NULL);
    END IF;
    IF NEW.status IN ('verified', 'void') AND NOT zhudian_history() THEN
      PERFORM zhudian_refuse('hazard_status_step', '新登记的隐患不能直接是已核验或已作废');
    END IF;
    IF NEW.status = 'rectified' THEN NEW.rectified_by := coalesce(NEW.rectified_by, NEW.user_created); END IF;
  ELSE
    PERFORM hazards_voided(NEW, OLD);
    PERFORM hazards_corrected(NEW, OLD);
    IF NEW.status = 'verified' AND (OLD.status, OLD.verified_by) IS DISTINCT FROM (NEW.status, NEW.verified_by) THEN
      PERFORM FROM inspectors i WHERE i.id = NEW.verified_by AND i."user" = OLD.rectified_by;
      IF FOUND THEN PERFORM zhudian_refuse('hazards_verifier_other', '登记整改的人不能核验自己的登记'); END IF;
    END IF;
    IF NEW.status <> OLD.status THEN
      PERFORM zhudian_require_step('hazard', OLD.status, NEW.status);
      IF NEW.status = 'rectified' THEN
        NEW.rectified_by := NEW.user_updated;
      ELSIF NEW.status = 'verified' THEN
        NEW.verified_on := coalesce(NEW.verified_on, zhudian_today());
        -- Rectified is what someone claims, verified is what another one saw.
        IF NEW.user_updated = OLD.rectified_by THEN
          PERFORM zhudian_refuse('hazards_verifier_other', '登记整改的人不能核验自己的登记');
        END IF;
      ELSIF NEW.status = 'rectifying' AND OLD.status IN ('rectified', 'verified') THEN
        IF NOT zhudian_is_reason(NEW.correction_reason) THEN
          PERFORM zhudian_refuse('hazards_correction_reason', '退回整改须写明原因');
        END IF;
        NEW.rectified_on := NULL;
        NEW.rectified_by := NULL;
        NEW.verified_on := NULL;
        NEW.verified_by := NULL;
        NEW.verified_officer := NULL;
        NEW.verification := NULL;
      END IF;
    END IF;
    IF NOT zhudian_history() THEN
      PERFORM hazards_planned(NEW, OLD);
      PERFORM hazards_dates(NEW, OLD);
    END IF;
    -- Who looked is named. An inspector who is deleted takes the name along: nobody is kept from that.
    IF NEW.status = 'verified' AND NOT zhudian_history() AND NEW.verified_by IS NULL AND NOT zhudian_is_name(NEW.verified_officer)
      AND (OLD.status <> 'verified' OR NEW.verified_officer IS DISTINCT FROM OLD.verified_officer
        OR (OLD.verified_by IS NOT NULL AND EXISTS (SELECT FROM inspectors i WHERE i.id = OLD.verified_by))) THEN
      PERFORM zhudian_refuse('hazards_verified_who', '请写明谁到现场核验：驻点人员或到场的县级工作人员');
    END IF;
    IF btrim(coalesce(NEW.correction_reason, '')) <> '' THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, zhudian_moment(), NEW.user_updated, OLD.status, NEW.status, zhudian_correction('hazards', NEW.correction_reason, to_jsonb(OLD), to_jsonb(NEW)), zhudian_moment());
    ELSIF NOT zhudian_history() THEN
      rewritten := hazards_rewritten(NEW, OLD);
      IF rewritten <> '' AND NOT zhudian_hazard_is_drafted(OLD) THEN
        INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
        VALUES (gen_random_uuid(), NEW.id, zhudian_moment(), NEW.user_updated, OLD.status, OLD.status, '修改：' || ltrim(rewritten, E'\n'), zhudian_moment());
      END IF;
    END IF;
  END IF;
  NEW.correction_reason := NULL;
  IF NEW.severity = 'major' THEN
    IF TG_OP = 'INSERT' OR OLD.severity <> 'major' THEN
      NEW.major_since := zhudian_moment();
      IF TG_OP = 'UPDATE' THEN
        -- Raised again: the city office must be told, and confirm, anew.
        NEW.reported_at := NULL;
        NEW.acknowledged_at := NULL;
        NEW.acknowledged_by := NULL;
        NEW.acknowledged_login := NULL;
        NEW.acknowledged_link := NULL;
        NEW.acknowledged_from := NULL;
        NEW.acknowledge_disputed_at := NULL;
      END IF;
    ELSE
      NEW.major_since := OLD.major_since;
    END IF;
  ELSE
    NEW.major_since := NULL;
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER hazards_before BEFORE INSERT OR UPDATE ON hazards FOR EACH ROW EXECUTE FUNCTION hazards_before();

-- Verified leaves a note or a picture that somebody else than who claims it has taken; at commit, since pictures are written after it.
CREATE OR REPLACE FUNCTION hazards_verified() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  now_is hazards;
BEGIN
  SELECT * INTO now_is FROM hazards WHERE id = NEW.id AND status = 'verified';
  IF NOT FOUND OR zhudian_history() OR zhudian_is_concrete(coalesce(now_is.verification, '')) THEN RETURN NULL; END IF;
  PERFORM FROM hazards_photos_after p JOIN directus_files f ON f.id = p.file
  WHERE p.hazard = NEW.id AND f.uploaded_by IS DISTINCT FROM now_is.rectified_by;
  IF NOT FOUND THEN PERFORM zhudian_refuse('hazards_verified_evidence', '请填写核验情况，或上传核验时拍摄的照片'); END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS hazards_verified ON hazards;
CREATE CONSTRAINT TRIGGER hazards_verified AFTER UPDATE OF status, verification ON hazards DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.status = 'verified' AND (OLD.status, OLD.verification) IS DISTINCT FROM (NEW.status, NEW.verification)) EXECUTE FUNCTION hazards_verified();

-- A hazard created as major, or raised to major, by whatever door, makes one event; each raise is its own.
CREATE OR REPLACE FUNCTION hazards_after() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := coalesce(NEW.user_updated, NEW.user_created);
BEGIN
  IF NEW.severity = 'major' AND (TG_OP = 'INSERT' OR OLD.severity <> 'major') THEN
    PERFORM zhudian_emit(
      'hazard.major:' || NEW.id || ':' || floor(extract(epoch FROM NEW.major_since) * 1000)::bigint, 'hazard.major', NEW.id,
      json_build_object('step', 0, 'enterprise', NEW.enterprise, 'county', NEW.county, 'raised_at', NEW.major_since));
  END IF;

  IF TG_OP = 'INSERT' THEN
    INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
    VALUES (gen_random_uuid(), NEW.id, zhudian_moment(), actor, NULL, NEW.status,
            CASE WHEN NEW.severity = 'major' THEN '登记为重大事故隐患' ELSE '登记为一般隐患' END, zhudian_moment());
  ELSE
    IF NEW.status <> OLD.status THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, zhudian_moment(), actor, OLD.status, NEW.status,
              CASE WHEN NEW.status = 'void' THEN '作废：' || NEW.void_reason END, zhudian_moment());
    END IF;
    IF NEW.severity <> OLD.severity THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, zhudian_moment(), actor, NEW.status, NEW.status,
              CASE WHEN NEW.severity = 'major' THEN '升级为重大事故隐患' ELSE '降为一般隐患' END, zhudian_moment());
    END IF;
    IF NEW.reported_at IS NOT NULL AND OLD.reported_at IS NULL THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, NEW.reported_at, NULL, NEW.status, NEW.status, '已邮件直报市化工专项行动办', zhudian_moment());
    END IF;
    IF NEW.acknowledged_at IS NOT NULL AND OLD.acknowledged_at IS NULL THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, NEW.acknowledged_at, NEW.acknowledged_login, NEW.status, NEW.status,
              CASE WHEN NEW.acknowledged_login IS NULL THEN '市级已签收：' ELSE '市级已在系统中签收：' END || coalesce(NEW.acknowledged_by, '')
                || coalesce('（使用发给 ' || NEW.acknowledged_link || ' 的链接）', ''), zhudian_moment());
    END IF;
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER hazards_after AFTER INSERT OR UPDATE ON hazards FOR EACH ROW EXECUTE FUNCTION hazards_after();

-- A photo that comes or goes is told like a text, but for those a hazard is registered with.
CREATE OR REPLACE FUNCTION hazard_photos_history() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  which constant uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.hazard ELSE NEW.hazard END;
  picture constant uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.file ELSE NEW.file END;
  told hazards;
BEGIN
  SELECT * INTO told FROM hazards WHERE id = which;
  IF NOT FOUND OR picture IS NULL OR zhudian_history() OR zhudian_hazard_is_drafted(told) THEN RETURN NULL; END IF;
  PERFORM FROM hazard_events e WHERE e.hazard = which AND e."from" IS NULL AND zhudian_written_here(e.xmin);
  IF FOUND THEN RETURN NULL; END IF;
  INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
  SELECT gen_random_uuid(), h.id, zhudian_moment(),
    coalesce(CASE WHEN TG_OP = 'INSERT' AND NOT zhudian_written_here(h.xmin) THEN (SELECT uploaded_by FROM directus_files WHERE id = picture) END, h.user_updated, h.user_created),
    h.status, h.status, '修改：' || zhudian_field_label('hazards', TG_ARGV[0]) || zhudian_value_in_words(TG_TABLE_NAME, 'file', to_jsonb(picture))
      || CASE TG_OP WHEN 'DELETE' THEN '：删除' ELSE '：增加' END, zhudian_moment()
  FROM hazards h WHERE h.id = which;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER hazard_photos_history AFTER INSERT OR DELETE ON hazards_photos_before FOR EACH ROW EXECUTE FUNCTION hazard_photos_history('photos_before');
CREATE OR REPLACE TRIGGER hazard_photos_history AFTER INSERT OR DELETE ON hazards_photos_after FOR EACH ROW EXECUTE FUNCTION hazard_photos_history('photos_after');

-- The acknowledgement watch looks only at what nobody has confirmed.
CREATE INDEX IF NOT EXISTS hazards_unacknowledged ON hazards (county, reported_at)
  WHERE severity = 'major' AND acknowledged_at IS NULL AND reported_at IS NOT NULL;
