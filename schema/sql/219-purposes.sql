-- A file has one purpose. What keeps it from being a photo of this row: it is a signature, it is attached to something else, or it shows another
-- occasion. One photo may show a visit and the hazards that were found at it; what was rectified is never shown by what was found.
CREATE OR REPLACE FUNCTION zhudian_photo_misused(link text, parent uuid, which uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM visit_inspectors WHERE signature = which) THEN 'signature'
    WHEN EXISTS (SELECT FROM evaluations_files WHERE file = which) OR EXISTS (SELECT FROM documents WHERE file = which)
      OR EXISTS (SELECT FROM document_templates WHERE file = which) THEN 'attachment'
    WHEN link = 'visits_photos' AND (
      EXISTS (SELECT FROM visits_photos WHERE file = which AND visit <> parent)
      OR EXISTS (SELECT FROM hazards_photos_before p JOIN hazards h ON h.id = p.hazard JOIN visits v ON v.id = parent
        WHERE p.file = which AND h.visit IS DISTINCT FROM v.id AND (h.enterprise, h.found_on) IS DISTINCT FROM (v.enterprise, v.visited_on))
      OR EXISTS (SELECT FROM hazards_photos_after p JOIN hazards h ON h.id = p.hazard JOIN visits v ON v.id = parent
        WHERE p.file = which AND (h.enterprise IS DISTINCT FROM v.enterprise OR v.visited_on < h.found_on))) THEN 'once'
    WHEN link = 'hazards_photos_before' AND (
      EXISTS (SELECT FROM hazards_photos_after WHERE file = which)
      OR EXISTS (SELECT FROM hazards_photos_before p JOIN hazards o ON o.id = p.hazard JOIN hazards h ON h.id = parent
        WHERE p.file = which AND o.id <> h.id AND (h.visit IS NULL OR o.visit IS DISTINCT FROM h.visit))
      OR EXISTS (SELECT FROM visits_photos p JOIN visits v ON v.id = p.visit JOIN hazards h ON h.id = parent
        WHERE p.file = which AND h.visit IS DISTINCT FROM v.id AND (h.enterprise, h.found_on) IS DISTINCT FROM (v.enterprise, v.visited_on))) THEN 'once'
    WHEN link = 'hazards_photos_after' AND (
      EXISTS (SELECT FROM hazards_photos_before WHERE file = which)
      OR EXISTS (SELECT FROM hazards_photos_after WHERE file = which AND hazard <> parent)
      OR EXISTS (SELECT FROM visits_photos p JOIN visits v ON v.id = p.visit JOIN hazards h ON h.id = parent
        WHERE p.file = which AND (h.enterprise IS DISTINCT FROM v.enterprise OR v.visited_on < h.found_on))) THEN 'once'
  END
$$;

CREATE OR REPLACE FUNCTION photo_purpose() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  parent constant uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  misuse text;
BEGIN
  IF NEW.file IS NULL OR parent IS NULL OR zhudian_history() THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.file = OLD.file AND parent::text = to_jsonb(OLD) ->> TG_ARGV[0] THEN RETURN NEW; END IF;
  END IF;
  -- One after the other, together with signatures (205): two rows at once would each find it unused.
  PERFORM pg_advisory_xact_lock(hashtextextended('zhudian.signature.' || NEW.file, 0));
  misuse := zhudian_photo_misused(TG_TABLE_NAME, parent, NEW.file);
  IF misuse IS NOT NULL THEN
    PERFORM zhudian_refuse('photo_' || misuse, CASE misuse WHEN 'signature' THEN '这张图片是签字，不能作为照片；请上传现场拍摄的照片'
      WHEN 'attachment' THEN '这个文件是文书、模板或评估的附件，不能作为照片；请上传现场拍摄的照片'
      ELSE '这张照片已用于其他驻点记录或隐患，或就是整改前的照片，不能再作为这里的证据；请上传这一次在现场拍摄的照片' END);
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER photo_purpose BEFORE INSERT OR UPDATE OF file, visit ON visits_photos FOR EACH ROW EXECUTE FUNCTION photo_purpose('visit');
CREATE OR REPLACE TRIGGER photo_purpose BEFORE INSERT OR UPDATE OF file, hazard ON hazards_photos_before FOR EACH ROW EXECUTE FUNCTION photo_purpose('hazard');
CREATE OR REPLACE TRIGGER photo_purpose BEFORE INSERT OR UPDATE OF file, hazard ON hazards_photos_after FOR EACH ROW EXECUTE FUNCTION photo_purpose('hazard');
