package dev.penstock.stack.process;

import java.nio.file.Path;
import java.util.List;

/**
 * How to start a program.
 *
 * @param name as a person calls it: {@code broker}, {@code worker}
 * @param words the command line; {@link JavaProgram} and {@link NativeProgram} make it so that the child dies with its parent
 * @param withheld beginnings of the parent's environment variables that it does not get: what a program does not know it cannot
 *     give away
 * @param log where its output goes
 * @param stopSignal what asks it to stop cleanly: {@code TERM} for JVMs, {@code INT} for PostgreSQL (its fast shutdown)
 */
public record ChildCommand(String name, List<String> words, List<String> withheld, Path log, String stopSignal) {
    /** Servers that are not ours have no use for any of our settings. */
    static final List<String> ALL_OF_OURS = List.of("PENSTOCK_");

    public ChildCommand {
        words = List.copyOf(words);
        withheld = List.copyOf(withheld);
    }
}
