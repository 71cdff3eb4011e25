-- Queries in SQL over the log that people have given names.
CREATE TABLE saved_query (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- user:ana
    owner      text NOT NULL,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    sql        text NOT NULL CHECK (length(sql) <= 20000),
    -- Everybody sees it who may ask; else its owner alone.
    shared     boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (owner, name)
);
