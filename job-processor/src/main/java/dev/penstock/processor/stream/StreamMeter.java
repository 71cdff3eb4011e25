package dev.penstock.processor.stream;

import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import java.util.List;

/** Counts what passes through; called for every record, so it does little. */
public interface StreamMeter {
    /** Counts nothing. */
    StreamMeter NONE = new StreamMeter() {
        @Override
        public void decided(Incoming in, List<Output> outputs) {}

        @Override
        public void unreadable(String topic) {}

        @Override
        public void ahead() {}

        @Override
        public void forwarded() {}
    };

    /** A command was decided. */
    void decided(Incoming in, List<Output> outputs);

    /** A record could not be read and went to the dead letters. */
    void unreadable(String topic);

    /** A submission was decided before its turn. */
    void ahead();

    /** A submission lay in the wrong partition and was forwarded. */
    void forwarded();
}
