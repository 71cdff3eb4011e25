-- Log lines are searched by words in a row: a line "550-5.1.1 Mailbox Full" is found by 550 5 1 1 mailbox, and by mailb*.
-- What is no letter and no digit separates words, on both sides of the search, so hosts and addresses are found by their
-- parts. See docs/adr/0012.
CREATE FUNCTION log_words(message text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(message, '[^[:alnum:]]+', ' ', 'g')) $$;

CREATE FUNCTION log_phrase(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT phraseto_tsquery('pg_catalog.simple'::regconfig, regexp_replace(words, '[^[:alnum:]]+', ' ', 'g')) $$;

-- The last word is the beginning of one.
CREATE FUNCTION log_beginning(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN numnode(q) = 0 THEN q ELSE CAST(CAST(q AS text) || ':*' AS tsquery) END
   FROM phraseto_tsquery('pg_catalog.simple'::regconfig, regexp_replace(words, '[^[:alnum:]]+', ' ', 'g')) AS q $$;

CREATE INDEX log_line_words ON log_line USING gin (log_words(message)) WHERE job IS NOT NULL;

-- What is kept of a job's log: at most 10 MB of messages, and of an attempt's lines above the 5,000th only errors. A handler
-- that logs in a loop must not fill the disk.
CREATE TABLE log_size (
    job     text COLLATE "C" PRIMARY KEY,
    lines   bigint NOT NULL,                         -- kept
    bytes   bigint NOT NULL,                         -- of their messages, in characters
    dropped bigint NOT NULL,                         -- lines that are not here because of these bounds
    last_at timestamptz NOT NULL                     -- append time of the last line, kept or not
);
CREATE INDEX log_size_age ON log_size USING brin (last_at);
INSERT INTO log_size SELECT job, count(*), sum(length(message)), 0, max(appended_at) FROM log_line
    WHERE job IS NOT NULL GROUP BY job;
