-- Who did what, newest first: the audit of the admin UI. Submissions are left out: of those there are too many, and the jobs are their list.
CREATE INDEX history_acts ON history (at, log_partition, log_offset) WHERE asked AND event <> 'JobSubmitted';
