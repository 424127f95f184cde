-- A signature belongs to one row of one visit and is nothing else: neither another person's, nor a photo. That it has ink, and whose upload it is,
-- is asked where its bytes and its sender are known, in Directus. What is carried over from before comes as it was.
CREATE OR REPLACE FUNCTION zhudian_signature_elsewhere(which uuid, here uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM visit_inspectors WHERE signature = which AND id IS DISTINCT FROM here)
    OR EXISTS (SELECT FROM visits_photos WHERE file = which)
    OR EXISTS (SELECT FROM hazards_photos_before WHERE file = which)
    OR EXISTS (SELECT FROM hazards_photos_after WHERE file = which)
    OR EXISTS (SELECT FROM evaluations_files WHERE file = which)
$$;

CREATE OR REPLACE FUNCTION signature_once() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.signature IS NULL OR zhudian_history() THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.signature IS NOT DISTINCT FROM OLD.signature THEN RETURN NEW; END IF;
  END IF;
  -- One after the other: two rows at once would each find it unused.
  PERFORM pg_advisory_xact_lock(hashtextextended('zhudian.signature.' || NEW.signature, 0));
  IF zhudian_signature_elsewhere(NEW.signature, NEW.id) THEN
    PERFORM zhudian_refuse('signature_once', '这张图片已用于其他签字或照片，不能再作为签字；请由本人在手机上重新签字');
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER signature_once BEFORE INSERT OR UPDATE OF signature ON visit_inspectors FOR EACH ROW EXECUTE FUNCTION signature_once();
