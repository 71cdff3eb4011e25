-- Failure groups: failed attempts with the same cause. The fingerprint is a hash of the exception's class, of its message
-- without what differs from job to job, and of its topmost stack frames.
-- These tables are folded from the whole log, and fingerprints made before this version leave the frames out. So a new life
-- of the schema begins here: the projector reads jobs.events again from its beginning, as after a drop of the schema.

-- One row for each partition: sum the counts, take the earliest first and the latest last.
CREATE TABLE failure_group (
    fingerprint   text COLLATE "C" NOT NULL,
    log_partition int NOT NULL,
    error_class   text NOT NULL,                     -- JobFailed: the job failed without a failed attempt
    shape         text NOT NULL,                     -- the message with <> for what differs
    attempts      bigint NOT NULL,                   -- failed ones, ever
    transients    bigint NOT NULL,                   -- of these: another attempt might have helped
    jobs          bigint NOT NULL,                   -- that stand at FAILED now because of it
    first_at      timestamptz NOT NULL,
    first_job     text COLLATE "C" NOT NULL,
    message       text NOT NULL,                     -- of the first, as it was
    stack         text NOT NULL,                     -- of the first
    last_at       timestamptz NOT NULL,
    last_job      text COLLATE "C" NOT NULL,
    PRIMARY KEY (fingerprint, log_partition)
);

-- When and where they happened; sum over log_partition.
CREATE TABLE failure_hour (
    hour          timestamptz NOT NULL,
    fingerprint   text COLLATE "C" NOT NULL,
    type          text COLLATE "C" NOT NULL,
    queue         text COLLATE "C" NOT NULL,
    worker        text COLLATE "C" NOT NULL,         -- empty: nobody held the job
    log_partition int NOT NULL,
    attempts      bigint NOT NULL,
    PRIMARY KEY (hour, fingerprint, type, queue, worker, log_partition)
);
CREATE INDEX failure_hour_group ON failure_hour (fingerprint, hour);

-- What people said about a group. It is resolved if nothing has failed in it since resolved_at, and has come back
-- otherwise; resolving it ends a mute.
CREATE TABLE failure_verdict (
    fingerprint    text COLLATE "C" PRIMARY KEY,
    muted_at       timestamptz,
    muted_until    timestamptz,                      -- null with muted_at: until it is resolved
    muted_by       text COLLATE "C",
    mute_reason    text,
    resolved_at    timestamptz,
    resolved_by    text COLLATE "C",
    resolve_reason text,
    log_partition  int NOT NULL,
    log_offset     bigint NOT NULL
);

-- Which build a worker ran, kept for as long as the log may name it: a heartbeat's row goes after a day.
CREATE TABLE worker_build (
    worker     text COLLATE "C" PRIMARY KEY,
    version    text NOT NULL,
    started_at timestamptz NOT NULL
);
INSERT INTO worker_build SELECT id, version, started_at FROM worker;

DROP INDEX job_failed;
CREATE INDEX job_failure ON job (error_fingerprint, created_at, id) WHERE error_fingerprint IS NOT NULL;

TRUNCATE job, attempt, history, job_count, statistic, setting;
DELETE FROM sink_offset WHERE topic LIKE '%events';
DELETE FROM freshness WHERE topic LIKE '%events';
UPDATE generation SET id = gen_random_uuid(), created_at = now();
