-- What admin-ui owns. Unlike penstock_read this cannot be made anew from the log: back it up.

-- People who may sign in.
CREATE TABLE account (
    name          text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._@+-]{0,63}$'),
    role          text NOT NULL CHECK (role IN ('VIEWER', 'OPERATOR', 'ADMINISTRATOR', 'USER')),
    -- bcrypt; null: none was chosen yet, the one-time link is still on its way.
    password_hash text,
    disabled      boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now(),
    signed_in_at  timestamptz
);

-- Browsers that are signed in. The cookie's value is not kept, only its SHA-256: it has 256 random bits.
CREATE TABLE session (
    secret_hash bytea PRIMARY KEY,
    account     text NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at  timestamptz NOT NULL DEFAULT now(),
    used_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_account ON session (account);

-- Links that set a password, once: the first administrator's, and those that an administrator makes for others.
CREATE TABLE one_time_link (
    secret_hash bytea PRIMARY KEY,
    -- null: makes the first administrator.
    account     text REFERENCES account ON DELETE CASCADE,
    expires_at  timestamptz NOT NULL
);

-- Who changed what here. What is done to jobs and settings is in the log itself.
CREATE TABLE audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    actor   text NOT NULL,
    act     text NOT NULL,
    subject text NOT NULL,
    reason  text,
    before  text,
    after   text
);

-- Programs that ask over HTTP.
CREATE TABLE api_token (
    name        text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._@+-]{0,63}$'),
    secret_hash bytea NOT NULL UNIQUE,
    -- SUBMIT, READ.
    scopes      text[] NOT NULL,
    -- To which it may submit; empty: to all.
    queues      text[] NOT NULL,
    -- Requests a second, at most.
    rate        int NOT NULL CHECK (rate > 0),
    created_by  text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    used_at     timestamptz,
    revoked_at  timestamptz
);
