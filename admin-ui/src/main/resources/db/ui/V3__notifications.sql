-- Who is told what, and by which way. One row.
CREATE TABLE notification_setting (
    one            boolean PRIMARY KEY DEFAULT true CHECK (one),
    -- Addresses of the administrators, separated by commas; empty: nobody by mail.
    mail_to        text NOT NULL DEFAULT '',
    -- Name of an endpoint that the workers know; empty: none.
    webhook        text NOT NULL DEFAULT '',
    -- A user's address is their name at this domain; empty: users are told in these pages only.
    user_domain    text NOT NULL DEFAULT '',
    -- Failures of so many seconds are told together.
    digest_seconds int NOT NULL DEFAULT 60 CHECK (digest_seconds BETWEEN 1 AND 86400),
    -- Fewer failures than this in a digest are told by nothing but these pages.
    threshold      int NOT NULL DEFAULT 1 CHECK (threshold BETWEEN 1 AND 100000),
    -- Jobs that ended before this are old news.
    seen_until     timestamptz NOT NULL DEFAULT now(),
    -- An administrator has chosen; until then it is what the program was started with.
    chosen         boolean NOT NULL DEFAULT false,
    digest_at      timestamptz NOT NULL DEFAULT now()
);
INSERT INTO notification_setting DEFAULT VALUES;

-- Jobs that failed and are not told of yet.
CREATE TABLE failure_news (
    job       text COLLATE "C" NOT NULL,
    round     int NOT NULL,
    type      text NOT NULL,
    exhausted boolean NOT NULL,
    error     text NOT NULL,
    at        timestamptz NOT NULL,
    told      boolean NOT NULL DEFAULT false,
    PRIMARY KEY (job, round)
);
CREATE INDEX failure_news_open ON failure_news (at) WHERE NOT told;

-- What people find in these pages. The id follows from the event, so that two programs write it once.
CREATE TABLE notification (
    id      text PRIMARY KEY,
    at      timestamptz NOT NULL,
    -- Name of a user; null: the administrators.
    account text,
    subject text NOT NULL,
    text    text NOT NULL,
    href    text NOT NULL
);
CREATE INDEX notification_at ON notification (at);

-- What is to be sent: each becomes one job, whose idempotency key is this id.
CREATE TABLE outgoing (
    id        text PRIMARY KEY,
    channel   text NOT NULL CHECK (channel IN ('EMAIL', 'WEBHOOK')),
    recipient text NOT NULL,
    subject   text NOT NULL,
    text      text NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    job       text
);
CREATE INDEX outgoing_open ON outgoing (at) WHERE job IS NULL;

-- When somebody is told that something goes wrong.
CREATE TABLE alert_rule (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    measure       text NOT NULL CHECK (measure IN ('QUEUE_GROWTH', 'FAILURE_RATE', 'LONG_WAIT', 'STALE_LOCKS', 'NO_WORKER')),
    -- Of this queue; null: of all.
    queue         text,
    threshold     double precision NOT NULL,
    -- Over the threshold for so long, before somebody is told.
    hold_seconds  int NOT NULL CHECK (hold_seconds BETWEEN 0 AND 86400),
    -- Addresses in place of the administrators'; empty: theirs.
    mail_to       text NOT NULL DEFAULT '',
    snoozed_until timestamptz,
    value         double precision,
    over_since    timestamptz,
    fired_at      timestamptz
);
INSERT INTO alert_rule (measure, threshold, hold_seconds) VALUES
    ('QUEUE_GROWTH', 100, 300), ('FAILURE_RATE', 50, 300), ('LONG_WAIT', 600, 60), ('STALE_LOCKS', 1, 300), ('NO_WORKER', 1, 60);
