-- What workers and users did, by the hour. One row for each partition: sum over log_partition.
-- It is folded from the whole log, so a new life of the schema begins here, as with V3.
CREATE TABLE tally (
    hour          timestamptz NOT NULL,
    kind          text COLLATE "C" NOT NULL,         -- WORKER: attempts; USER: jobs of that person
    name          text COLLATE "C" NOT NULL,
    log_partition int NOT NULL,
    begun         bigint NOT NULL,                   -- attempts begun; jobs created
    completed     bigint NOT NULL,
    failed        bigint NOT NULL,                   -- attempts that failed; jobs that failed for good
    took_ms       bigint NOT NULL,                   -- running time of the attempts that ended so; duration of the jobs
    PRIMARY KEY (hour, kind, name, log_partition)
);

TRUNCATE job, attempt, history, job_count, statistic, setting, failure_group, failure_hour, failure_verdict;
DELETE FROM sink_offset WHERE topic LIKE '%events';
DELETE FROM freshness WHERE topic LIKE '%events';
UPDATE generation SET id = gen_random_uuid(), created_at = now();
