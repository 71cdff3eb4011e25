-- The tally by the minute, beside that by the hour: of the last days only, else it would be the larger of the two by far. It begins with
-- this version; a new life of the schema fills it as far back as it is kept.
CREATE TABLE tally_minute (
    minute        timestamptz NOT NULL,
    kind          text COLLATE "C" NOT NULL,         -- WORKER: attempts; USER: jobs of that person
    name          text COLLATE "C" NOT NULL,
    log_partition int NOT NULL,
    begun         bigint NOT NULL,                   -- attempts begun; jobs created
    completed     bigint NOT NULL,
    failed        bigint NOT NULL,                   -- attempts that failed; jobs that failed for good
    took_ms       bigint NOT NULL,                   -- running time of the attempts that ended so; duration of the jobs
    PRIMARY KEY (kind, name, minute, log_partition)
);
CREATE INDEX tally_minute_minute ON tally_minute (minute);
