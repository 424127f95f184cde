-- What every later file builds on. Each file of this folder is applied once, in order, inside one transaction,
-- and is written so that applying it again changes nothing.

-- How far a rehearsal's clock is ahead of the server's. Empty but in tests: where mail is real, Directus refuses to start with a row in it.
CREATE TABLE IF NOT EXISTS zhudian_clock (ahead interval NOT NULL, only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row));

-- The moment it is for every rule about days, months, deadlines and reminders. Leases, retries and the ledger keep the server's own time.
CREATE OR REPLACE FUNCTION zhudian_now() RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT now() + coalesce((SELECT ahead FROM zhudian_clock), interval '0')
$$;

-- The same clock for what is written down: when something was handed in, reported, confirmed. It goes on while a transaction lasts, so that
-- the steps of one save keep their order.
CREATE OR REPLACE FUNCTION zhudian_moment() RETURNS timestamptz
LANGUAGE sql VOLATILE AS $$
  SELECT clock_timestamp() + coalesce((SELECT ahead FROM zhudian_clock), interval '0')
$$;

-- The day it is at the city office, whatever clock the server keeps.
CREATE OR REPLACE FUNCTION zhudian_today() RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT (zhudian_now() AT TIME ZONE coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai'))::date
$$;

-- What was entered before this moment was here on the day: a month that ended before is nobody's omission. Of days still to end, all.
CREATE OR REPLACE FUNCTION zhudian_here_by(day date) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN day >= zhudian_today() THEN 'infinity'
    ELSE (day + 1)::timestamp AT TIME ZONE coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai') END
$$;

-- Text a person can read: no control characters but tab and line feed (Word and mail break on them).
CREATE OR REPLACE FUNCTION zhudian_is_plain(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT value IS NULL OR value !~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]'
$$;

-- 问题要具体化: the second line behind the message the form shows; the finer rule lives in the core.
CREATE OR REPLACE FUNCTION zhudian_is_concrete(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT char_length(regexp_replace(value, '[[:space:][:punct:]，。、；：！？…—（）《》“”‘’]', '', 'g')) >= 6
$$;

-- What of a text is neither blank nor sign, in half width and small letters.
CREATE OR REPLACE FUNCTION zhudian_bare_words(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT lower(regexp_replace(normalize(coalesce(value, ''), NFKC), '[[:space:][:punct:]\u200b-\u200f\u2060\ufeff¥，。、；：！？…—–·（）《》〈〉“”‘’「」『』【】〔〕]', '', 'g'))
$$;

-- Whether a text names a person, or a post that one holds: `isName` in the core.
CREATE OR REPLACE FUNCTION zhudian_is_name(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT char_length(regexp_replace(words, '[0-9]', '', 'g')) >= 2 AND words !~
    '^(无人|没有|暂无|暂缺|未定|待定|待确定|暂定|不详|不明|未知|不知道|不清楚|同上|本人|某|某某|某某某|某人|测试|x+|na|none|null|unknown|tbd|test)$'
  FROM zhudian_bare_words(value) words
$$;

-- Whether a text is a reason that somebody can act on: `isReason` in the core.
CREATE OR REPLACE FUNCTION zhudian_is_reason(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT char_length(words) >= 4 AND char_length(regexp_replace(words, '[0-9]', '', 'g')) >= 2
    AND (SELECT count(DISTINCT sign) FROM regexp_split_to_table(words, '') sign) >= 3
  FROM zhudian_bare_words(value) words
$$;

-- Keys and days as a request wrote them, for comparing with a column: what is none becomes NULL, which equals nothing. Never compare
-- the column's text instead: no index answers that, and the whole table is read. PL/pgSQL, since the planner would look into a function
-- in SQL and try the cast of a constant before the question whether it is one.
CREATE OR REPLACE FUNCTION zhudian_uuid(value text) RETURNS uuid
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF pg_input_is_valid(value, 'uuid') THEN RETURN value::uuid; END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION zhudian_uuids(texts text[]) RETURNS uuid[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(key), '{}') FROM unnest(texts) value, zhudian_uuid(value) key WHERE key IS NOT NULL
$$;

CREATE OR REPLACE FUNCTION zhudian_day(value text) RETURNS date
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF pg_input_is_valid(value, 'date') THEN RETURN value::date; END IF;
  RETURN NULL;
END
$$;

-- Replaces a CHECK under its name, so that a file can be applied again. When rows of before break it: in a table that people alone write
-- they stay as they are, the rule holds for every later write, and npm run doctor names them; in a table that the system writes as
-- well it could no longer write those rows (a sent mail not recorded), so the file is not applied before they are put right.
CREATE OR REPLACE FUNCTION zhudian_set_check(target regclass, name text, rule text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  keys text;
BEGIN
  EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I', target, name);
  EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (%s) NOT VALID', target, name, rule);
  BEGIN
    EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', target, name);
  EXCEPTION WHEN check_violation THEN
    IF target::text <> ALL ('{contacts,counties,enterprises,evaluations,inspectors,opening_balances}') THEN
      EXECUTE format('SELECT string_agg(id::text, '', '') FROM (SELECT id FROM %s WHERE NOT (%s) ORDER BY id LIMIT 5) t', target, rule) INTO keys;
      RAISE EXCEPTION 'rows of "%" break its rule %: %; put them right in the version before, then update', target, name, keys;
    END IF;
  END;
END
$$;

-- Refuses a row the way a CHECK does, for rules that look beyond the row or at the clock.
CREATE OR REPLACE FUNCTION zhudian_refuse(rule text, message text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', message USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END
$$;

-- Whether this transaction loads what happened before the system was there (the demo, an office's records): such rows come in any
-- state, and raise no alarm.
CREATE OR REPLACE FUNCTION zhudian_history() RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('zhudian.suppress_events', true) = 'on', false)
$$;
