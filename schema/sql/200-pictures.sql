-- What is linked as a photo or a signature is a whole picture of a kind that documents are made with: what a report counts, it shows.
CREATE OR REPLACE FUNCTION photo_is_picture() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  picture uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  IF picture IS NOT NULL AND NOT EXISTS (
    SELECT FROM directus_files WHERE id = picture AND type IN ('image/jpeg', 'image/png', 'image/webp') AND filesize > 0
  ) THEN
    PERFORM zhudian_refuse('photo_is_picture', '这里只能放照片或签字图片（JPG、PNG、WEBP），并且须已上传完成；请重新上传');
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER photo_is_picture BEFORE INSERT OR UPDATE OF file ON visits_photos
  FOR EACH ROW EXECUTE FUNCTION photo_is_picture('file');
CREATE OR REPLACE TRIGGER photo_is_picture BEFORE INSERT OR UPDATE OF file ON hazards_photos_before
  FOR EACH ROW EXECUTE FUNCTION photo_is_picture('file');
CREATE OR REPLACE TRIGGER photo_is_picture BEFORE INSERT OR UPDATE OF file ON hazards_photos_after
  FOR EACH ROW EXECUTE FUNCTION photo_is_picture('file');
CREATE OR REPLACE TRIGGER photo_is_picture BEFORE INSERT OR UPDATE OF signature ON visit_inspectors
  FOR EACH ROW EXECUTE FUNCTION photo_is_picture('signature');
