-- A backlog shows how far it is and when it will be over. Both are of one partition: sum over them.
ALTER TABLE freshness
    ADD COLUMN peak_records    bigint NOT NULL DEFAULT 0,            -- most that it was behind since nothing was left the last time
    ADD COLUMN fall_per_second double precision NOT NULL DEFAULT 0;  -- by how much behind_records shrinks; negative while it grows

CREATE OR REPLACE VIEW freshness_now AS
SELECT coalesce(sum(behind_records), 0)::bigint AS behind_records,
       coalesce(max(behind_ms), 0)::bigint      AS behind_ms,
       min(updated_at)                          AS updated_at,
       max(last_at)                             AS last_at,
       string_agg(log_partition || ':' || next, ' ' ORDER BY log_partition) AS as_of,
       count(*)::int                            AS partitions,
       coalesce(sum(peak_records), 0)::bigint   AS peak_records,
       CASE WHEN sum(fall_per_second) > 0                                     -- null: as things are, never
            THEN (sum(behind_records) * 1000 / sum(fall_per_second))::bigint END AS left_ms
FROM freshness WHERE topic LIKE '%events';
