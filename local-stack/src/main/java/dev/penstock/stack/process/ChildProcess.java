package dev.penstock.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running program of ours. Its standard input is a pipe from this process and nothing is ever written to it: when this process
 * ends, by whatever means, the pipe closes and the child stops itself (see {@link Leash} and {@link ChildCommand}).
 */
public final class ChildProcess {
    private final ChildCommand command;
    private final Process process;

    private ChildProcess(ChildCommand command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Starts the program; its output goes to the log file, after what is there already. */
    public static ChildProcess start(ChildCommand command) {
        try {
            LogFile.prepare(command.log());
        } catch (IOException e) {
            throw new UncheckedIOException("The log file " + command.log() + " cannot be written", e);
        }
        return start(command, ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    }

    /** Starts the program; its output goes where ours goes. */
    public static ChildProcess startOnTerminal(ChildCommand command) {
        return start(command, ProcessBuilder.Redirect.INHERIT);
    }

    private static ChildProcess start(ChildCommand command, ProcessBuilder.Redirect output) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            builder.environment()
                    .keySet()
                    .removeIf(name -> command.withheld().stream().anyMatch(name::startsWith));
            return new ChildProcess(command, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The program '" + command.name() + "' could not be started: " + command.words(), e);
        }
    }

    public String name() {
        return command.name();
    }

    public ChildCommand command() {
        return command;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Exit code; only once the program has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Completes when the program has ended, whoever ended it. */
    public CompletableFuture<ChildProcess> ended() {
        return process.onExit().thenApply(ignored -> this);
    }

    /** Asks the program to stop (SIGTERM, or the signal its command names) and kills it after {@code patience}. */
    public void stop(Duration patience) {
        signal(command.stopSignal());
        if (!endsWithin(patience)) {
            kill();
        }
    }

    /** SIGKILL: nothing of the program runs after this returns. */
    public void kill() {
        var offspring = process.descendants().toList();
        process.destroyForcibly();
        offspring.forEach(ProcessHandle::destroyForcibly);
        endsWithin(Duration.ofSeconds(30));
    }

    /** SIGSTOP: the program freezes but keeps its connections. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    /** SIGSTOP to the program and every process it has started. */
    public void pauseAll() {
        pause();
        process.descendants().forEach(child -> Signals.send("STOP", child.pid()));
    }

    /** SIGCONT to the program and every process it has started. */
    public void resumeAll() {
        process.descendants().forEach(child -> Signals.send("CONT", child.pid()));
        resume();
    }

    /** A signal by its name, such as {@code TSTP}. */
    public void signal(String signal) {
        if (process.isAlive()) {
            Signals.send(signal, pid());
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for '" + command.name() + "' to end failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
