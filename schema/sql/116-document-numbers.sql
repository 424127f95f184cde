-- Numbers of the notices that a county's office issues (发文字号): one row of numbers for each county and year, as in its register. A visit's
-- notice keeps its number however often it is made again, and a number is never given twice, not even when the visit is gone. No collection:
-- nobody edits it.
CREATE TABLE IF NOT EXISTS document_numbers (
  visit uuid PRIMARY KEY,
  county uuid NOT NULL REFERENCES counties (id),
  year integer NOT NULL,
  seq integer NOT NULL,
  number text NOT NULL,
  given_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (county, year, seq)
);

SELECT zhudian_set_check('counties', 'counties_document_prefix', $$
  coalesce(document_prefix, '') = '' OR (char_length(document_prefix) <= 20 AND document_prefix !~ '[[:space:]〔〕0-9]' AND zhudian_is_plain(document_prefix))$$);

-- The number of a visit's notice, given now when it has none; null while the county's office has no 机关代字. The year is that of the date
-- the notice bears.
CREATE OR REPLACE FUNCTION zhudian_notice_number(about uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  given text;
  of record;
BEGIN
  SELECT number INTO given FROM document_numbers WHERE visit = about;
  IF given IS NOT NULL THEN
    RETURN given;
  END IF;
  SELECT v.county, extract(year FROM v.visited_on)::int AS year, nullif(trim(c.document_prefix), '') AS prefix INTO of
    FROM visits v JOIN counties c ON c.id = v.county WHERE v.id = about;
  IF of.prefix IS NULL THEN
    RETURN NULL;
  END IF;
  -- One after the other in a county: no number twice, none left out.
  PERFORM pg_advisory_xact_lock(hashtext('zhudian.number.' || of.county || of.year));
  INSERT INTO document_numbers (visit, county, year, seq, number)
    SELECT about, of.county, of.year, next.seq, of.prefix || '〔' || of.year || '〕' || next.seq || '号'
      FROM (SELECT coalesce(max(seq), 0) + 1 AS seq FROM document_numbers WHERE county = of.county AND year = of.year) next
    ON CONFLICT (visit) DO NOTHING;
  SELECT number INTO given FROM document_numbers WHERE visit = about;
  RETURN given;
END
$$;
