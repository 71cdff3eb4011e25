package dev.penstock.stack.broker;

import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.LogFile;
import java.util.List;
import java.util.stream.Collectors;

/** A local broker ended or stayed silent while it should have come up; the message ends with the last lines of its log. */
public final class BrokerDidNotStart extends IllegalStateException {
    private BrokerDidNotStart(String message) {
        super(message);
    }

    static BrokerDidNotStart from(List<ChildProcess> processes) {
        return new BrokerDidNotStart(processes.stream()
                .map(process -> "The " + process.name()
                        + (process.isAlive() ? " does not answer" : " ended with exit code " + process.exitCode())
                        + "; the end of " + process.command().log() + ":\n"
                        + LogFile.tail(process.command().log(), 30))
                .collect(Collectors.joining("\n")));
    }

    boolean portWasTaken() {
        return String.valueOf(getMessage()).contains("Address already in use");
    }
}
