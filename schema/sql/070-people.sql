-- Enterprises, inspectors and contacts: credit codes and phones are kept in one way of writing, and no door writes a wrong one.
-- The finer rules, with their messages, live in the core.

-- Full width to half width, for what people type on Chinese keyboards.
CREATE OR REPLACE FUNCTION zhudian_half_width(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT normalize(value, NFKC)
$$;

CREATE OR REPLACE FUNCTION zhudian_credit_code(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT nullif(upper(regexp_replace(zhudian_half_width(value), '[\s_\-‐‑‒–—―]', '', 'g')), '')
$$;

-- GB 32100-2015: the last character follows from the first seventeen.
CREATE OR REPLACE FUNCTION zhudian_is_credit_code(value text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  characters constant text := '0123456789ABCDEFGHJKLMNPQRTUWXY';
  total integer := 0;
  weight integer := 1;
BEGIN
  IF value IS NULL THEN RETURN true; END IF;
  IF value !~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$' THEN RETURN false; END IF;
  FOR place IN 1..17 LOOP
    total := total + (strpos(characters, substr(value, place, 1)) - 1) * weight;
    weight := weight * 3 % 31;
  END LOOP;
  RETURN substr(characters, (31 - total % 31) % 31 + 1, 1) = substr(value, 18, 1);
END
$$;

CREATE OR REPLACE FUNCTION zhudian_is_phone(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT value IS NULL OR value = '' OR value ~ '^(1[3-9][0-9]{9}|(0[0-9]{2,3}-?[0-9]{7,8}|[2-9][0-9]{6,7})(-[0-9]{1,6})?|(400|800)-?[0-9]{3}-?[0-9]{4})$'
$$;

CREATE OR REPLACE FUNCTION enterprises_before() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.uscc := zhudian_credit_code(NEW.uscc);
  NEW.name := btrim(NEW.name);
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER enterprises_before BEFORE INSERT OR UPDATE OF uscc, name ON enterprises
FOR EACH ROW EXECUTE FUNCTION enterprises_before();

SELECT zhudian_set_check('enterprises', 'enterprises_uscc_shape', $$zhudian_is_credit_code(uscc)$$);
SELECT zhudian_set_check('enterprises', 'enterprises_phone_shape', $$zhudian_is_phone(phone)$$);
SELECT zhudian_set_check('enterprises', 'enterprises_name_length', $$char_length(name) BETWEEN 1 AND 200 AND zhudian_is_plain(name)$$);
SELECT zhudian_set_check('enterprises', 'enterprises_status_known', $$status IN ('active', 'suspended', 'closed')$$);
SELECT zhudian_set_check('inspectors', 'inspectors_phone_shape', $$zhudian_is_phone(phone)$$);
SELECT zhudian_set_check('inspectors', 'inspectors_level_known', $$level IN ('city', 'county')$$);
SELECT zhudian_set_check('inspectors', 'inspectors_status_known', $$status IN ('active', 'inactive')$$);
SELECT zhudian_set_check('inspectors', 'inspectors_county_given', $$level <> 'county' OR county IS NOT NULL$$);
SELECT zhudian_set_check('inspectors', 'inspectors_name_length', $$char_length(btrim(name)) BETWEEN 1 AND 64 AND zhudian_is_plain(name)$$);
SELECT zhudian_set_check('contacts', 'contacts_phone_shape', $$zhudian_is_phone(phone)$$);
SELECT zhudian_set_check('contacts', 'contacts_status_known', $$status IN ('active', 'archived')$$);
SELECT zhudian_set_check('contacts', 'contacts_name_length', $$char_length(btrim(name)) BETWEEN 1 AND 64 AND zhudian_is_plain(name)$$);

-- The key of a role that rules ask for: those of schema/roles.ts, held together by scripts/schema/sqlRoles.test.ts.
CREATE OR REPLACE FUNCTION zhudian_role(name text) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE name WHEN 'county' THEN '7a680001-0000-4000-8000-000000000002'::uuid WHEN 'inspector' THEN '7a680001-0000-4000-8000-000000000003'::uuid END
$$;

-- Who is tied to an inspector's login sees what the inspector sees: a login is one person's, and offices tie those of inspectors. The form tells it
-- first: people/loginFault.ts, which knows the county as well.
CREATE OR REPLACE FUNCTION inspectors_login() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  writer constant uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.user_created ELSE NEW.user_updated END;
  told constant text := '请选择本县（市、区）驻点人员的账号；已关联其他驻点人员的账号不能再次关联';
BEGIN
  IF zhudian_history() OR (TG_OP = 'UPDATE' AND NEW."user" IS NOT DISTINCT FROM OLD."user") THEN RETURN NEW; END IF;
  -- One after the other: two inspectors at once would each find the login free.
  PERFORM pg_advisory_xact_lock(hashtextextended('zhudian.login.' || NEW."user", 0));
  PERFORM FROM inspectors WHERE "user" = NEW."user" AND id <> NEW.id;
  IF FOUND THEN PERFORM zhudian_refuse('inspectors_login', told); END IF;
  PERFORM FROM directus_users w, directus_users u
  WHERE w.id = writer AND w.role = zhudian_role('county') AND u.id = NEW."user"
    AND (u.role IS DISTINCT FROM zhudian_role('inspector') OR u.county IS DISTINCT FROM NEW.county);
  IF FOUND THEN PERFORM zhudian_refuse('inspectors_login', told); END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER inspectors_login BEFORE INSERT OR UPDATE OF "user" ON inspectors
FOR EACH ROW WHEN (NEW."user" IS NOT NULL) EXECUTE FUNCTION inspectors_login();

-- Whether two entries are one person: by the login, or by name and phone. `repeatedPeople` in the core.
CREATE OR REPLACE FUNCTION zhudian_same_person(one inspectors, other inspectors) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(one.id = other.id OR one."user" = other."user" OR (one.phone <> '' AND one.phone = other.phone AND btrim(one.name) = btrim(other.name)), false)
$$;

-- A county has one primary contact: whoever is made primary takes the mark from the one before.
CREATE OR REPLACE FUNCTION contacts_primary() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE contacts SET is_primary = false WHERE county = NEW.county AND is_primary AND id <> NEW.id;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER contacts_primary BEFORE INSERT OR UPDATE OF is_primary, county ON contacts
FOR EACH ROW WHEN (NEW.is_primary) EXECUTE FUNCTION contacts_primary();
CREATE UNIQUE INDEX IF NOT EXISTS contacts_one_primary ON contacts (county) WHERE is_primary;
