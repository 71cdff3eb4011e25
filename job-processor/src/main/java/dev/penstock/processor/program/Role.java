package dev.penstock.processor.program;

import java.util.Map;

/** What a process does, once it is started. */
interface Role extends AutoCloseable {
    /** Every thread that has to run, runs. */
    boolean isAlive();

    /** It does its work about as fast as it comes. */
    boolean isReady();

    /** For the health page. */
    Map<String, String> facts();

    @Override
    void close();
}
