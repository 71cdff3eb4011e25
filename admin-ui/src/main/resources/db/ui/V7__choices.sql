-- What people choose for themselves.

-- With which view somebody's list of jobs opens. Deleting the view ends that; a view that is shared no more opens nobody else's list.
CREATE TABLE default_view (
    -- user:ana
    owner text PRIMARY KEY,
    view  bigint NOT NULL REFERENCES saved_view ON DELETE CASCADE
);
CREATE INDEX default_view_view ON default_view (view);

-- In which language the pages speak to somebody, in every browser; null: they chose none.
ALTER TABLE account ADD COLUMN language text;
