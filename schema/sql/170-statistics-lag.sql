-- Since when a change waits to be folded into the sums of annex 4: what is watched as their lag.
ALTER TABLE statistics_marks ADD COLUMN IF NOT EXISTS at timestamptz NOT NULL DEFAULT now();
