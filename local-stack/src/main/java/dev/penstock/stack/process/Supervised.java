package dev.penstock.stack.process;

import java.util.List;

/** Something that runs in child processes and can be brought back when one of them dies. */
public interface Supervised {
    /** As a person calls it. */
    String name();

    List<ChildProcess> processes();

    /** Starts what has ended again, on the same data and ports; returns when it is ready. */
    void restart();

    /** Stops it cleanly. */
    void stop();
}
