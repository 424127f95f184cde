-- Whoever is named in a visit and has not signed it says so beside their name. Who may say it is asked where a person is known (visits/contest).
SELECT zhudian_set_check('visit_inspectors', 'visit_inspectors_contested', $$
  (contested_at IS NULL) = (contested_reason IS NULL)
  AND (contested_reason IS NULL OR (zhudian_is_concrete(contested_reason) AND char_length(contested_reason) <= 500 AND zhudian_is_plain(contested_reason)))$$);

CREATE OR REPLACE FUNCTION visit_inspectors_contested() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- What one person said is not another's.
  IF TG_OP = 'UPDATE' THEN
    IF NEW.inspector IS DISTINCT FROM OLD.inspector THEN
      NEW.contested_at := NULL;
      NEW.contested_reason := NULL;
    END IF;
    IF NEW.contested_at IS NOT DISTINCT FROM OLD.contested_at THEN RETURN NEW; END IF;
  END IF;
  IF NEW.contested_at IS NULL THEN RETURN NEW; END IF;
  PERFORM FROM visits WHERE id = NEW.visit AND status = 'draft';
  IF FOUND THEN PERFORM zhudian_refuse('visit_inspectors_contested', '驻点记录还是草稿，签字可以直接更改；提交后才能提出异议'); END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER visit_inspectors_contested BEFORE INSERT OR UPDATE OF inspector, contested_at ON visit_inspectors
FOR EACH ROW EXECUTE FUNCTION visit_inspectors_contested();
