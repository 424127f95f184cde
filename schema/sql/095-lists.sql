-- What the first pages and lists ask for, at a million visits: each leads with a column that the data model itself indexes.
CREATE INDEX IF NOT EXISTS hazards_unverified ON hazards (county, status, deadline) WHERE status <> 'verified';
CREATE INDEX IF NOT EXISTS visits_unsettled ON visits (county, status) WHERE status IN ('draft', 'returned');
CREATE INDEX IF NOT EXISTS visits_by_county ON visits (county, visited_on DESC);
CREATE INDEX IF NOT EXISTS hazards_by_county ON hazards (county, found_on DESC);
