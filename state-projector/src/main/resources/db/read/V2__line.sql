-- Who is next in line (S1.4). A queued job stands in its lane from the moment it was put there: at its submission, or again
-- after a wait, a lost lease or a change of priority. One that waits for its family's turn or for a limit stands in none.
ALTER TABLE job ADD COLUMN in_line_at timestamptz;   -- null unless it lies in the lane of its queue and nobody has begun it
UPDATE job SET in_line_at = changed_at WHERE status = 'QUEUED' AND position('"dispatch":{' IN state) > 0;
CREATE INDEX job_line ON job (queue, priority, in_line_at, id) WHERE in_line_at IS NOT NULL;
CREATE INDEX job_held ON job (queue, priority, created_at, id) WHERE status = 'QUEUED' AND in_line_at IS NULL;
