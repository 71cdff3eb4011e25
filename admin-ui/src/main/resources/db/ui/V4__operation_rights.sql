-- Whether whoever planned it was an administrator then: only those delete jobs of the system (S2.25, S4.10).
ALTER TABLE operation ADD COLUMN administers boolean NOT NULL DEFAULT false;
