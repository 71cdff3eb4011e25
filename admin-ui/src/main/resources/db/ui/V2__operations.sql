-- Acts on many jobs at once: planned, then executed item by item, by whichever admin-ui holds the operation at the time.
CREATE TABLE operation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Of the form that planned it: sent twice, it plans once.
    form         text NOT NULL UNIQUE,
    deed         text NOT NULL,
    actor        text NOT NULL,
    reason       text,
    -- null: the rows that were ticked.
    filter       text,
    state        text NOT NULL CHECK (state IN ('PLANNED', 'RUNNING', 'PAUSED', 'ABORTED', 'DONE')),
    -- Items a second; 0: as fast as they are taken.
    rate         int NOT NULL DEFAULT 0,
    -- Pauses after so many items; 0: it does not.
    trial        int NOT NULL DEFAULT 0,
    total        int NOT NULL,
    -- Why it stands; null if it does not.
    note         text,
    -- The jobs are those of this moment.
    as_of        timestamptz NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    -- Before this nothing is sent, for the rate's sake.
    paced_until  timestamptz NOT NULL DEFAULT '-infinity',
    worked_by    text,
    worked_until timestamptz,
    stepped_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX operation_open ON operation (stepped_at) WHERE state IN ('RUNNING', 'PAUSED', 'ABORTED');

CREATE TABLE operation_item (
    operation bigint NOT NULL REFERENCES operation ON DELETE CASCADE,
    number    int NOT NULL,
    job       text COLLATE "C" NOT NULL,
    -- Lifecycle version that was seen: the act is refused if the job has changed since.
    version   bigint,
    lease     bigint,
    state     text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'DONE', 'SKIPPED', 'REFUSED')),
    -- Made of the operation and the job: the same whoever sends it, and however often.
    command   text COLLATE "C",
    sentence  text,
    sent_at   timestamptz,
    PRIMARY KEY (operation, number)
);
CREATE INDEX operation_item_state ON operation_item (operation, state, number);
