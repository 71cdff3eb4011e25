package dev.penstock.processor.store;

import org.apache.kafka.streams.errors.StreamsException;

/** The store was written by a newer version; an older one must not touch it (B14). */
public final class NewerState extends StreamsException {
    private static final long serialVersionUID = 1;

    NewerState(String sentence) {
        super(sentence);
    }
}
