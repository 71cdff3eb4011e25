-- The filter "attempt:" in the list's order. Nearly all jobs have begun one attempt and need no index to be found soon, so
-- this one is small and costs the projector next to nothing.
CREATE INDEX job_attempts ON job (attempts, created_at, id) WHERE attempts <> 1;
