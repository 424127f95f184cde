-- Hazards: what no door may write, the county that follows the enterprise, the history, and the event of a major one.

SELECT zhudian_set_check('hazards', 'hazards_severity_known', $$severity IN ('general', 'major')$$);
SELECT zhudian_set_check('hazards', 'hazards_status_known', $$status IN ('open', 'rectifying', 'rectified', 'verified')$$);
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
  severity <> 'major' OR status = 'open' OR (
    btrim(coalesce(measures, '')) <> '' AND btrim(coalesce(responsible_person, '')) <> ''
    AND btrim(coalesce(funds, '')) <> '' AND deadline IS NOT NULL AND btrim(coalesce(plan, '')) <> '')$$);
-- What is not rectified on the spot carries measures, a deadline and a responsible person.
SELECT zhudian_set_check('hazards', 'hazards_rectifying_elements', $$
  status <> 'rectifying' OR (
    btrim(coalesce(measures, '')) <> '' AND btrim(coalesce(responsible_person, '')) <> '' AND deadline IS NOT NULL)$$);
SELECT zhudian_set_check('hazards', 'hazards_rectified_evidence', $$
  status NOT IN ('rectified', 'verified') OR (rectified_on IS NOT NULL AND btrim(coalesce(rectification, '')) <> '')$$);

CREATE OR REPLACE FUNCTION hazards_before() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  enterprise_county uuid;
  visit_enterprise uuid;
BEGIN
  NEW.found_on := coalesce(NEW.found_on, zhudian_today());
  SELECT county INTO enterprise_county FROM enterprises WHERE id = NEW.enterprise;
  NEW.county := enterprise_county;
  IF NEW.visit IS NOT NULL THEN
    SELECT enterprise INTO visit_enterprise FROM visits WHERE id = NEW.visit;
    IF visit_enterprise IS DISTINCT FROM NEW.enterprise THEN
      PERFORM zhudian_refuse('hazards_visit_enterprise', '隐患所属企业与驻点记录的企业不一致');
    END IF;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.found_on IS DISTINCT FROM OLD.found_on THEN
    IF NEW.found_on > zhudian_today() THEN
      PERFORM zhudian_refuse('hazards_found_on_past', '发现日期不能晚于今天');
    END IF;
  END IF;
  IF NEW.rectified_on > zhudian_today() AND (TG_OP = 'INSERT' OR NEW.rectified_on IS DISTINCT FROM OLD.rectified_on) THEN
    PERFORM zhudian_refuse('hazards_rectified_on_past', '整改完成日期不能晚于今天');
  END IF;
  IF NEW.severity = 'major' THEN
    IF TG_OP = 'INSERT' OR OLD.severity <> 'major' THEN
      NEW.major_since := clock_timestamp();
      IF TG_OP = 'UPDATE' THEN
        -- Raised again: the city office must be told, and confirm, anew.
        NEW.reported_at := NULL;
        NEW.acknowledged_at := NULL;
        NEW.acknowledged_by := NULL;
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
    VALUES (gen_random_uuid(), NEW.id, clock_timestamp(), actor, NULL, NEW.status,
            CASE WHEN NEW.severity = 'major' THEN '登记为重大事故隐患' ELSE '登记为一般隐患' END, clock_timestamp());
  ELSE
    IF NEW.status <> OLD.status THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, clock_timestamp(), actor, OLD.status, NEW.status, NULL, clock_timestamp());
    END IF;
    IF NEW.severity <> OLD.severity THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, clock_timestamp(), actor, NEW.status, NEW.status,
              CASE WHEN NEW.severity = 'major' THEN '升级为重大事故隐患' ELSE '降为一般隐患' END, clock_timestamp());
    END IF;
    IF NEW.reported_at IS NOT NULL AND OLD.reported_at IS NULL THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, NEW.reported_at, NULL, NEW.status, NEW.status, '已邮件直报市化工专项行动办', clock_timestamp());
    END IF;
    IF NEW.acknowledged_at IS NOT NULL AND OLD.acknowledged_at IS NULL THEN
      INSERT INTO hazard_events (id, hazard, at, actor, "from", "to", note, date_created)
      VALUES (gen_random_uuid(), NEW.id, NEW.acknowledged_at, NULL, NEW.status, NEW.status,
              '市级已签收：' || coalesce(NEW.acknowledged_by, ''), clock_timestamp());
    END IF;
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER hazards_after AFTER INSERT OR UPDATE ON hazards FOR EACH ROW EXECUTE FUNCTION hazards_after();

-- The history is only ever added to. A hazard that is deleted takes its history along.
CREATE OR REPLACE FUNCTION hazard_events_append_only() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.hazard, NEW.at, NEW."from", NEW."to", NEW.note)
    IS NOT DISTINCT FROM (OLD.hazard, OLD.at, OLD."from", OLD."to", OLD.note) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM hazards WHERE id = OLD.hazard) THEN
    RETURN OLD;
  END IF;
  PERFORM zhudian_refuse('hazard_events_append_only', '隐患流转记录只能追加，不能修改或删除');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER hazard_events_append_only BEFORE UPDATE OR DELETE ON hazard_events
FOR EACH ROW EXECUTE FUNCTION hazard_events_append_only();

-- The acknowledgement watch looks only at what nobody has confirmed.
CREATE INDEX IF NOT EXISTS hazards_unacknowledged ON hazards (county, reported_at)
  WHERE severity = 'major' AND acknowledged_at IS NULL AND reported_at IS NOT NULL;
