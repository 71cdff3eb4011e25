package dev.penstock.processor.ahead;

import java.util.Collection;

/** Reads ahead for the partitions that are here. */
public interface Ahead {
    /** Nobody reads ahead: everything is decided where it lies. */
    Ahead NOTHING = new Ahead() {
        @Override
        public Backlog open(int partition, Collection<Long> decided) {
            return new Backlog(0, decided, () -> {});
        }

        @Override
        public void close(int partition, Backlog backlog) {}
    };

    /**
     * A partition has come here.
     *
     * @param decided offsets of submissions that have been decided before their turn
     */
    Backlog open(int partition, Collection<Long> decided);

    /** It has gone. */
    void close(int partition, Backlog backlog);
}
