-- Who is named by hand is somebody: `nameFault` in the core. Asked for what is written now.
CREATE OR REPLACE FUNCTION person_named() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  before constant jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
  field text;
  told text;
BEGIN
  IF zhudian_history() THEN RETURN NEW; END IF;
  FOREACH field IN ARRAY TG_ARGV LOOP
    told := to_jsonb(NEW) ->> field;
    IF btrim(coalesce(told, '')) <> '' AND told IS DISTINCT FROM before ->> field AND NOT zhudian_is_name(told) THEN
      PERFORM zhudian_refuse('person_named', format('请填写%s（至少 2 个汉字或字母；不能只写“无”“待定”等，也不能只有标点或数字）', zhudian_field_label(TG_TABLE_NAME, field)));
    END IF;
  END LOOP;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER person_named BEFORE INSERT OR UPDATE OF responsible_person, verified_officer ON hazards
FOR EACH ROW EXECUTE FUNCTION person_named('responsible_person', 'verified_officer');
CREATE OR REPLACE TRIGGER person_named BEFORE INSERT OR UPDATE OF legal_representative, safety_manager ON enterprises
FOR EACH ROW EXECUTE FUNCTION person_named('legal_representative', 'safety_manager');
CREATE OR REPLACE TRIGGER person_named BEFORE INSERT OR UPDATE OF name ON inspectors FOR EACH ROW EXECUTE FUNCTION person_named('name');
CREATE OR REPLACE TRIGGER person_named BEFORE INSERT OR UPDATE OF name ON contacts FOR EACH ROW EXECUTE FUNCTION person_named('name');
