-- A file goes with everything that shows it: links to it are deleted by their keys. Evidence stays: the photos of a hazard once it is
-- verified, and what an evaluation has attached (taken off there first, which its history tells).
CREATE OR REPLACE FUNCTION directus_files_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM hazards_photos_before p JOIN hazards h ON h.id = p.hazard WHERE p.file = OLD.id AND h.status = 'verified')
     OR EXISTS (SELECT FROM hazards_photos_after p JOIN hazards h ON h.id = p.hazard WHERE p.file = OLD.id AND h.status = 'verified')
     OR EXISTS (SELECT FROM evaluations_files WHERE file = OLD.id) THEN
    PERFORM zhudian_refuse('directus_files_evidence', '该文件是已复查销号隐患的照片，或评估（督查）的附件，不能删除');
  END IF;
  RETURN OLD;
END
$$;
CREATE OR REPLACE TRIGGER directus_files_evidence BEFORE DELETE ON directus_files FOR EACH ROW EXECUTE FUNCTION directus_files_evidence();
