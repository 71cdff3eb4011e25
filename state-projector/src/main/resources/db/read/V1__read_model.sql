-- The read model: what jobs.events says, folded for lists, pages and charts.
-- Owned by the projector and disposable: drop the schema, start the projector, and the same rows come back.
--
-- Reading it:
--  * Every row that is folded from a job's events names the place of the last one in the log: log_partition, log_offset.
--  * All tables but worker, processor, log_line and dead_letter are written in one transaction for each batch of
--    events, so tiles, lists, history and statistics agree at every moment.
--  * Times are the log's (append time of the command), durations are milliseconds, words are those of the Java enums
--    (QUEUED, HIGH, TRANSIENT, ...).
--  * Columns called "JSON text" hold JSON as it stands in the log. They are text, because jsonb refuses some JSON that
--    is legal (such as "\u0000" or 1e999999): cast with CASE WHEN pg_input_is_valid(payload, 'jsonb') THEN payload::jsonb END.
--  * Each batch ends in one NOTIFY penstock_changed; its payload is
--    {"tables":["job","history"],"jobs":["r1.0"],"more":false}; "more" says that not all changed jobs are named.

-- Which life of the schema this is: part of the projector's application id, so that a new schema is filled from the
-- beginning of the log.
CREATE TABLE generation (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    id         uuid NOT NULL DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO generation DEFAULT VALUES;

-- How far each partition has been read. Changed only by comparing and setting "next" in the transaction that writes the
-- rows, so no record is ever counted twice.
CREATE TABLE sink_offset (
    topic         text COLLATE "C" NOT NULL,
    log_partition int  NOT NULL,
    next          bigint NOT NULL,          -- offset of the first record that is not in these tables
    last_at       timestamptz,              -- append time of the last record that is
    PRIMARY KEY (topic, log_partition)
);

-- How far the tables are behind the log; written at least once a second while a projector lives.
CREATE TABLE freshness (
    topic          text COLLATE "C" NOT NULL,
    log_partition  int NOT NULL,
    next           bigint NOT NULL,         -- as of offset
    log_end        bigint NOT NULL,         -- read-committed end of the log when it was asked
    behind_records bigint NOT NULL,         -- 0 when nothing is left to read; transaction markers do not count
    behind_ms      bigint NOT NULL,         -- 0 when nothing is left to read
    last_at        timestamptz,             -- append time of the last record folded
    updated_at     timestamptz NOT NULL,
    PRIMARY KEY (topic, log_partition)
);

-- One row for the page's badge. If no projector writes any more, updated_at grows old: add now() - updated_at.
CREATE VIEW freshness_now AS
SELECT coalesce(sum(behind_records), 0)::bigint AS behind_records,
       coalesce(max(behind_ms), 0)::bigint      AS behind_ms,
       min(updated_at)                          AS updated_at,
       max(last_at)                             AS last_at,
       string_agg(log_partition || ':' || next, ' ' ORDER BY log_partition) AS as_of,
       count(*)::int                            AS partitions
FROM freshness WHERE topic LIKE '%events';

CREATE TABLE job (
    id               text COLLATE "C" PRIMARY KEY,
    route            text COLLATE "C" NOT NULL,      -- record key of the family
    root             text COLLATE "C" NOT NULL,      -- own id if it has no parent
    parent           text COLLATE "C",
    type             text COLLATE "C" NOT NULL,
    schema_version   int  NOT NULL,
    queue            text COLLATE "C" NOT NULL,
    priority         text COLLATE "C" NOT NULL,      -- HIGH, NORMAL, LOW; low priority is LOW
    status           text COLLATE "C" NOT NULL,
    version          bigint NOT NULL,                -- events folded
    lifecycle        bigint NOT NULL,                -- the same without progress and checkpoints: goes into ifVersion
    tenant           text COLLATE "C" NOT NULL,
    run_by           text COLLATE "C",               -- empty for system jobs
    origin           text COLLATE "C" NOT NULL,      -- USER, SYSTEM
    system           boolean NOT NULL,               -- its type is the system's own: hidden by default
    notify_user      text COLLATE "C",
    instance         text COLLATE "C",
    batch            text COLLATE "C",
    tags             text[] NOT NULL,
    metadata         jsonb NOT NULL,                 -- object of strings
    links            text NOT NULL,                  -- JSON text: [{"rel","title","href"}]
    idempotency_hash text COLLATE "C",               -- never the key itself
    payload          text NOT NULL,                  -- JSON text, as submitted or edited last
    result           text,                           -- JSON text of the last success
    checkpoint       text,                           -- JSON text, null if there is none
    created_at       timestamptz NOT NULL,
    available_at     timestamptz NOT NULL,           -- waiting counts from here: later of created and run-at
    started_at       timestamptz,                    -- first attempt of the round
    ended_at         timestamptz,                    -- null exactly while the job is not at an end
    due_at           timestamptz,                    -- end of the present wait: SCHEDULED, RETRYING
    changed_at       timestamptz NOT NULL,
    delete_after     timestamptz,                    -- COMPLETED, EXPIRED and ABORTED jobs leave then
    waited_ms        bigint,                         -- null until the round has started
    took_ms          bigint,                         -- round's start to end, retries included; null until both
    round            int NOT NULL,
    attempt          int NOT NULL,                   -- of the round; 0 before the first
    attempts         int NOT NULL,                   -- begun in all rounds
    failures         int NOT NULL,                   -- of the round, counted against max_attempts
    retries          int NOT NULL,
    lost_leases      int NOT NULL,
    max_attempts     int NOT NULL,
    timeout_ms       bigint,
    progress_done    bigint,
    progress_total   bigint,                         -- 0 if not known
    progress_message text,
    progress_offset  bigint NOT NULL,                -- of its line in the history, which the next one replaces; -1: none
    errors           boolean NOT NULL,               -- S2.9
    needs_review     boolean NOT NULL,               -- S1.21
    children_total   int NOT NULL,
    children_open    int NOT NULL,
    children_failed  int NOT NULL,
    error_class      text,                           -- the last failed attempt of the round, kept until a new round
    error_message    text,
    error_stack      text,
    error_kind       text COLLATE "C",               -- TRANSIENT, PERMANENT
    error_fingerprint text COLLATE "C",              -- same cause, same value: class and message without its numbers
    reason           text,                           -- sentence: why it stands where it stands (hand-back, abort, failure)
    worker           text COLLATE "C",               -- holder of the last lease
    lease            bigint,                         -- number of the lease in force; null if nobody holds the job
    lease_since      timestamptz,                    -- null if nobody holds the job
    delivery_topic   text COLLATE "C",               -- connection of the last attempt (S0.16)
    delivery_partition int,
    delivery_offset  bigint,
    delivery_count   int,
    state            text NOT NULL,                  -- JSON text of dev.penstock.api.lifecycle.Job without payload,
                                                     -- result and checkpoint: policy, artifacts, errors of the round, ...
    log_partition    int NOT NULL,
    log_offset       bigint NOT NULL
);
-- Each list of the UI has its index and pages by (created_at, id).
CREATE INDEX job_created ON job (created_at, id);
CREATE INDEX job_roots ON job (created_at, id) WHERE parent IS NULL AND NOT system;
CREATE INDEX job_status ON job (status, created_at, id);
CREATE INDEX job_type ON job (type, created_at, id);
CREATE INDEX job_queue ON job (queue, created_at, id);
CREATE INDEX job_open ON job (created_at, id) WHERE ended_at IS NULL;
CREATE INDEX job_ended ON job (ended_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX job_parent ON job (parent, created_at, id) WHERE parent IS NOT NULL;
CREATE INDEX job_root ON job (root, created_at, id) WHERE parent IS NOT NULL;
CREATE INDEX job_run_by ON job (run_by, created_at, id) WHERE run_by IS NOT NULL;
CREATE INDEX job_notify ON job (notify_user, created_at, id) WHERE notify_user IS NOT NULL;
CREATE INDEX job_batch ON job (batch, created_at, id) WHERE batch IS NOT NULL;
CREATE INDEX job_instance ON job (instance, created_at, id) WHERE instance IS NOT NULL;
CREATE INDEX job_leases ON job (lease_since, id) WHERE lease_since IS NOT NULL;
CREATE INDEX job_worker ON job (worker, id) WHERE lease_since IS NOT NULL;
CREATE INDEX job_due ON job (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX job_failed ON job (error_fingerprint, changed_at, id) WHERE status = 'FAILED';
CREATE INDEX job_review ON job (created_at, id) WHERE needs_review;
CREATE INDEX job_tags ON job USING gin (tags) WHERE tags <> '{}';
CREATE INDEX job_metadata ON job USING gin (metadata jsonb_path_ops) WHERE metadata <> '{}';
ALTER TABLE job SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

-- An attempt that a worker began, or whose dispatch ended otherwise.
CREATE TABLE attempt (
    job                text COLLATE "C" NOT NULL,
    lease              bigint NOT NULL,              -- number; never repeats within a job
    round              int NOT NULL,
    attempt            int NOT NULL,
    worker             text COLLATE "C",
    delivery_topic     text COLLATE "C",
    delivery_partition int,
    delivery_offset    bigint,
    delivery_count     int,
    claimed            boolean NOT NULL,
    dispatched_at      timestamptz,
    started_at         timestamptz,
    ended_at           timestamptz,
    outcome            text COLLATE "C",             -- null while it runs; else SUCCEEDED, FAILED, STOPPED, SNOOZED, LOST,
                                                     -- HANDED_BACK, DROPPED, UNDELIVERED, VANISHED, CANCELLED
    took_ms            bigint,
    note               text,                         -- why: cause of a loss, sentence of a hand-back
    error_class        text,
    error_message      text,
    error_stack        text,
    error_kind         text COLLATE "C",
    log_partition      int NOT NULL,
    log_offset         bigint NOT NULL,
    PRIMARY KEY (job, lease)
);

-- The events themselves, refused and ignored commands too. Of a deleted job only the deletion stays.
CREATE TABLE history (
    key           text COLLATE "C" NOT NULL,         -- job id, or key of a setting (queue/mail), failure/…, worker/…
    log_offset    bigint NOT NULL,                   -- orders the history of a key: it lives in one partition
    log_partition int NOT NULL,
    version       bigint NOT NULL,                   -- of the job after it; 0 for refusals, answers and settings
    event         text COLLATE "C" NOT NULL,         -- JobSubmitted, CommandRefused, ...
    at            timestamptz NOT NULL,
    actor         text COLLATE "C" NOT NULL,         -- user:ana, service:…, worker:…, system:…
    reason        text,
    command       text COLLATE "C" NOT NULL,         -- id of the command behind it
    last          boolean NOT NULL,                  -- last event of that command's outcome
    asked         boolean NOT NULL,                  -- last, and the command came from a person or a service
    round         int,
    attempt       int,
    data          text NOT NULL,                     -- JSON text of the event's body; JobSubmitted without its payload
    PRIMARY KEY (key, log_offset)
);
-- Read your writes: SELECT … FROM history WHERE command = ? AND asked.
CREATE INDEX history_asked ON history (command) WHERE asked;

-- Jobs by status, so that no count ever scans. One row for each partition: sum over log_partition.
CREATE TABLE job_count (
    queue         text COLLATE "C" NOT NULL,
    type          text COLLATE "C" NOT NULL,
    status        text COLLATE "C" NOT NULL,
    priority      text COLLATE "C" NOT NULL,
    child         boolean NOT NULL,                  -- has a parent
    system        boolean NOT NULL,
    log_partition int NOT NULL,
    jobs          bigint NOT NULL,
    errors        bigint NOT NULL,                   -- of these with the errors flag
    needs_review  bigint NOT NULL,
    PRIMARY KEY (queue, type, status, priority, child, system, log_partition)
);

-- Per minute, queue and type. One row for each partition: sum the counts, merge the sketches (DDSketch, relative
-- accuracy 1 %, in its own encoding with the mapping) over log_partition.
-- net_*: how much the number of jobs in that status grew in this minute; the depth at a past moment is the sum of
-- job_count now less all net_* after that moment.
CREATE TABLE statistic (
    minute                   timestamptz NOT NULL,
    queue                    text COLLATE "C" NOT NULL,
    type                     text COLLATE "C" NOT NULL,
    log_partition            int NOT NULL,
    created                  bigint NOT NULL,
    started                  bigint NOT NULL,        -- attempts
    completed                bigint NOT NULL,
    failed                   bigint NOT NULL,        -- jobs that became FAILED: dead-lettered
    aborted                  bigint NOT NULL,
    stopped                  bigint NOT NULL,
    deleted                  bigint NOT NULL,
    failed_attempts          bigint NOT NULL,
    retried                  bigint NOT NULL,        -- attempts begun after a job's first
    lost_leases              bigint NOT NULL,
    wait_count               bigint NOT NULL,        -- waiting: of rounds that started in this minute
    wait_sum_ms              bigint NOT NULL,
    wait_min_ms              bigint,
    wait_max_ms              bigint,
    wait_sketch              bytea,
    duration_count           bigint NOT NULL,        -- duration: of rounds that completed or failed in this minute
    duration_sum_ms          bigint NOT NULL,
    duration_min_ms          bigint,
    duration_max_ms          bigint,
    duration_sketch          bytea,
    run_count                bigint NOT NULL,        -- running time: of attempts that ended in this minute
    run_sum_ms               bigint NOT NULL,
    run_min_ms               bigint,
    run_max_ms               bigint,
    run_sketch               bytea,
    net_scheduled            bigint NOT NULL,
    net_queued               bigint NOT NULL,
    net_running              bigint NOT NULL,
    net_waiting_for_children bigint NOT NULL,
    net_retrying             bigint NOT NULL,
    net_stopping             bigint NOT NULL,
    net_failed               bigint NOT NULL,
    PRIMARY KEY (minute, queue, type, log_partition)
);

-- Settings in force; key is kind/name.
CREATE TABLE setting (
    kind          text COLLATE "C" NOT NULL,         -- queue, type, schedule, template, format
    name          text COLLATE "C" NOT NULL,
    value         text NOT NULL,                     -- JSON text of dev.penstock.api.setting.Setting
    changed_at    timestamptz NOT NULL,
    changed_by    text COLLATE "C",
    reason        text,
    log_partition int NOT NULL,
    log_offset    bigint NOT NULL,
    PRIMARY KEY (kind, name)
);

-- Workers by their last heartbeat; one that has not beaten for a day is removed.
CREATE TABLE worker (
    id            text COLLATE "C" PRIMARY KEY,
    host          text NOT NULL,
    version       text NOT NULL,
    queues        text[] NOT NULL,
    types         text NOT NULL,                     -- JSON text: {"email.send":3}, highest schema version
    slots         int NOT NULL,
    busy          int NOT NULL,
    state         text COLLATE "C" NOT NULL,         -- WORKING, QUIET, DRAINING, STOPPED
    beat_at       timestamptz NOT NULL,              -- append time of the last heartbeat
    started_at    timestamptz NOT NULL,
    leases        text NOT NULL,                     -- JSON text: [{"job","lease"}], those held for longer than 5 s
    log_partition int NOT NULL,
    log_offset    bigint NOT NULL
);
CREATE INDEX worker_beat ON worker (beat_at);

-- Processors by their last pulse.
CREATE TABLE processor (
    id      text COLLATE "C" PRIMARY KEY,
    version text NOT NULL,
    beat_at timestamptz NOT NULL
);

-- Lines of attempts, and warnings and errors of processes (S0.24). Lines above the 5,000th of a lease are kept only if
-- they are errors; all go after 7 days.
CREATE TABLE log_line (
    log_partition int NOT NULL,
    log_offset    bigint NOT NULL,
    job           text COLLATE "C",                  -- null: a process
    round         int NOT NULL,
    attempt       int NOT NULL,
    lease         bigint NOT NULL,
    line          bigint NOT NULL,                   -- from 1 within the lease; order by (round, attempt, lease, line)
    level         text COLLATE "C" NOT NULL,         -- DEBUG, INFO, WARN, ERROR
    source        text COLLATE "C" NOT NULL,         -- worker id, or name of the process
    message       text NOT NULL,
    at            timestamptz NOT NULL,              -- the writer's clock
    appended_at   timestamptz NOT NULL,              -- the log's clock: order of /logs
    PRIMARY KEY (log_partition, log_offset)
);
CREATE INDEX log_line_job ON log_line (job, round, attempt, lease, line) WHERE job IS NOT NULL;
CREATE INDEX log_line_loud ON log_line (appended_at, log_partition, log_offset) WHERE level IN ('WARN', 'ERROR');
CREATE INDEX log_line_age ON log_line USING brin (appended_at);

-- jobs.dead-letter: permanent failures and input nobody could read; 30 days.
CREATE TABLE dead_letter (
    log_partition    int NOT NULL,
    log_offset       bigint NOT NULL,
    kind             text COLLATE "C" NOT NULL,      -- JOB, UNREADABLE
    reason           text NOT NULL,
    job              text COLLATE "C",
    type             text COLLATE "C",
    queue            text COLLATE "C",
    round            int NOT NULL,
    errors           text NOT NULL,                  -- JSON text: [{"kind","error","message","stack"}], oldest first
    source_topic     text COLLATE "C",
    source_partition int,
    source_offset    bigint,
    input            text,                           -- base64 of the unreadable bytes, first 16 KB
    at               timestamptz NOT NULL,
    PRIMARY KEY (log_partition, log_offset)
);
CREATE INDEX dead_letter_at ON dead_letter (at, log_partition, log_offset);
CREATE INDEX dead_letter_job ON dead_letter (job) WHERE job IS NOT NULL;
