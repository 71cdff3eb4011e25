package dev.penstock.projector.store;

/** Hears how the writing goes. */
public interface WriteMeter {
    WriteMeter NONE = new WriteMeter() {
        @Override
        public void wrote(long records, long rows, long nanos) {}

        @Override
        public void away(String why) {}

        @Override
        public void back() {}
    };

    /** A batch is in. */
    void wrote(long records, long rows, long nanos);

    /** PostgreSQL does not answer. */
    void away(String why);

    /** It answers again. */
    void back();
}
