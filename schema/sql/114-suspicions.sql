-- Suspicious records: marks for somebody to look at. What they say is found again and again by the server; what a person found out is kept.

SELECT zhudian_set_check('suspicions', 'suspicions_kind_known', $$kind IN ('same_text', 'overlap', 'short_visit', 'outlier', 'figure', 'outsider', 'contested')$$);
SELECT zhudian_set_check('suspicions', 'suspicions_status_known', $$status IN ('open', 'dismissed')$$);
SELECT zhudian_set_check('suspicions', 'suspicions_about', $$(visit IS NULL) <> (period IS NULL)$$);
SELECT zhudian_set_check('suspicions', 'suspicions_note', $$
  (status <> 'dismissed' OR zhudian_is_concrete(coalesce(note, ''))) AND char_length(coalesce(note, '')) <= 2000 AND zhudian_is_plain(note)$$);

-- What two texts have in common when only spaces and punctuation differ; nothing where there is too little to be a copy.
CREATE OR REPLACE FUNCTION zhudian_fingerprint(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN char_length(bare) >= 12 THEN md5(bare) END
  FROM (SELECT regexp_replace(lower(normalize(coalesce(value, ''), NFKC)), '[[:space:][:punct:]，。、；：！？…—（）《》“”‘’]', '', 'g') AS bare) b
$$;

CREATE OR REPLACE FUNCTION suspicions_before() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'dismissed' AND OLD.status <> 'dismissed' THEN
    NEW.dismissed_at := zhudian_moment();
    NEW.dismissed_by := NEW.user_updated;
    NEW.dismissed_by_name := zhudian_person_name(NEW.user_updated);
  ELSIF NEW.status = 'open' THEN
    NEW.dismissed_at := NULL;
    NEW.dismissed_by := NULL;
    NEW.dismissed_by_name := NULL;
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER suspicions_before BEFORE UPDATE ON suspicions FOR EACH ROW EXECUTE FUNCTION suspicions_before();

-- A visit's marks follow it to another county.
CREATE OR REPLACE FUNCTION visits_suspicions() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE suspicions SET county = NEW.county WHERE visit = NEW.id AND county IS DISTINCT FROM NEW.county;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_suspicions AFTER UPDATE OF county, enterprise ON visits
FOR EACH ROW WHEN (NEW.county IS DISTINCT FROM OLD.county) EXECUTE FUNCTION visits_suspicions();

-- Visits whose figures were handed in or corrected a moment ago: the background looks at them within the minute (suspicions/lookAtFigures.ts).
CREATE TABLE IF NOT EXISTS suspicion_visits (seq bigserial PRIMARY KEY, visit uuid NOT NULL);

CREATE OR REPLACE FUNCTION visits_figures_looked_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_history() THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status NOT IN ('submitted', 'locked') AND NEW.status NOT IN ('submitted', 'locked') THEN RETURN NULL; END IF;
  ELSIF NEW.status NOT IN ('submitted', 'locked') THEN
    RETURN NULL;
  END IF;
  INSERT INTO suspicion_visits (visit) VALUES (NEW.id);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_figures_looked_at AFTER INSERT OR UPDATE OF status, responsibility_lists_checked, rules_improved, morning_meetings_urged,
  warning_educations_urged, drills_urged, reward_amount_wan, hazardous_work_supervised ON visits FOR EACH ROW EXECUTE FUNCTION visits_figures_looked_at();
