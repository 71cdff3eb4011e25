package dev.penstock.processor.handlers.script;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Run a script (S1.3).
 *
 * @param script name of one of {@link Scripts}: jobs bring no code, so that a producer cannot make a worker run whatever
 *     it likes
 * @param arguments words for the script, at most 10
 * @param seconds how long it may take, 1 to 60
 */
@JobType(
        name = "script.execute",
        description = "Runs a script of the allow-list in a child process",
        policy = @JobType.Policy(maxAttempts = 3, backoffFactor = 2, timeout = "90s", resumable = false))
public record ExecuteScript(String script, List<String> arguments, int seconds) {
    // Absent from the wire means none.
    @SuppressWarnings("ConstantValue")
    public ExecuteScript {
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
    }
}
