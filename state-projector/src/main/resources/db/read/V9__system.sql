-- The filter "system:yes" in the list's order. System jobs are few, so without this the whole table is read for a page of them.
CREATE INDEX job_system ON job (created_at, id) WHERE system;
