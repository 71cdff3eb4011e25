package dev.penstock.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a program.
 *
 * @param name as a person calls it: {@code broker}, {@code worker}
 * @param words the command line; {@link JavaProgram} and {@link NativeProgram} make it so that the child dies with its parent
 * @param environment added to the parent's
 * @param log where its output goes
 * @param stopSignal what asks it to stop cleanly: {@code TERM} for JVMs, {@code INT} for PostgreSQL (its fast shutdown)
 */
public record ChildCommand(
        String name, List<String> words, Map<String, String> environment, Path log, String stopSignal) {
    public ChildCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }
}
