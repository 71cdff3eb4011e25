-- Filters of the list of jobs that people have given names.
CREATE TABLE saved_view (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- user:ana
    owner      text NOT NULL,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    -- In the filter language, as it is printed.
    filter     text NOT NULL CHECK (length(filter) <= 2000),
    -- Everybody sees it; else its owner alone.
    shared     boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (owner, name)
);
