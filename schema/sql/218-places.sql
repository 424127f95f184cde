-- A place is a point of the country (`locationFault` in the core). Only what is written anew is asked: rows of before stay as they are.

CREATE OR REPLACE FUNCTION zhudian_is_place(place jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT place IS NULL OR jsonb_typeof(place) = 'null' OR coalesce(
    jsonb_typeof(place) = 'object' AND place ->> 'type' = 'Point' AND place - ARRAY['type', 'coordinates'] = '{}'
    AND jsonb_typeof(place -> 'coordinates') = 'array' AND jsonb_array_length(CASE jsonb_typeof(place -> 'coordinates') WHEN 'array' THEN place -> 'coordinates' ELSE '[]' END) = 2
    AND jsonb_typeof(place #> '{coordinates,0}') = 'number' AND jsonb_typeof(place #> '{coordinates,1}') = 'number'
    AND CASE WHEN jsonb_typeof(place #> '{coordinates,0}') = 'number' THEN (place #>> '{coordinates,0}')::numeric BETWEEN 73 AND 136 END
    AND CASE WHEN jsonb_typeof(place #> '{coordinates,1}') = 'number' THEN (place #>> '{coordinates,1}')::numeric BETWEEN 3 AND 54 END, false)
$$;

CREATE OR REPLACE FUNCTION zhudian_refuse_far_places() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_history() OR zhudian_is_place(to_jsonb(NEW.location)) THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.location::text IS NOT DISTINCT FROM OLD.location::text THEN RETURN NEW; END IF;
  END IF;
  PERFORM zhudian_refuse(TG_TABLE_NAME || '_location_point', '位置须是国内的一个点（GeoJSON Point，[经度, 纬度]）；请在地图上重新选择');
  RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER visits_far_places BEFORE INSERT OR UPDATE OF location ON visits FOR EACH ROW EXECUTE FUNCTION zhudian_refuse_far_places();
CREATE OR REPLACE TRIGGER enterprises_far_places BEFORE INSERT OR UPDATE OF location ON enterprises FOR EACH ROW EXECUTE FUNCTION zhudian_refuse_far_places();
