package dev.penstock.processor.due;

import dev.penstock.api.job.JobId;

/** A store that can be looked through a piece at a time. */
public interface Shelf {
    /**
     * Looks at the next entries; goes on where the last call ended, and after the last entry begins anew. A range scan
     * from a remembered key: from the beginning each time it would cross the tombstones of all that has ended.
     */
    void lookAtNext(int entries, Look each);

    /** What is done with an entry. It may not change the store. */
    interface Look {
        void at(JobId job, Glance glance);
    }
}
