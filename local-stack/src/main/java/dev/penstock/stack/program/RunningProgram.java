package dev.penstock.stack.program;

import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.Build;
import dev.penstock.stack.process.ChildCommand;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import dev.penstock.stack.process.JavaProgram.Compilation;
import dev.penstock.stack.process.LogFile;
import dev.penstock.stack.process.Supervised;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of our programs, running, with its HTTP port. */
public final class RunningProgram implements Supervised {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Program program;
    private final int port;
    private ChildProcess process;

    private RunningProgram(Program program, int port, ChildProcess process) {
        this.program = program;
        this.port = port;
        this.process = process;
    }

    /** How to start a program with these settings; writes its configuration file. */
    public static ChildCommand command(
            Program program, ProgramSettings settings, ProgramFolders folders, int heapMegabytes) {
        return command(Installation.own(), program, settings, folders, program.jvm(heapMegabytes), false);
    }

    private static ChildCommand command(
            Installation from,
            Program program,
            ProgramSettings settings,
            ProgramFolders folders,
            List<String> jvm,
            boolean inStack) {
        Path file = folders.configuration().resolve(program.word() + ".properties");
        settings.onlyFor(program).write(file, inStack);
        // Our classes hold the leash; Quarkus finds the rest of the program from its own jar.
        List<String> options = new ArrayList<>(jvm);
        options.add("-Dsmallrye.config.locations=" + file.toUri());
        List<String> classPath = List.of(
                program.jar(from).toString(), Build.target().resolve("classes").toString());
        return new JavaProgram("io.quarkus.bootstrap.runner.QuarkusEntryPoint", classPath, options, List.of())
                .command(program.word(), folders.logs().resolve(program.word() + ".log"), program.withheld());
    }

    /** Starts it as part of a stack and returns when it says that it is ready. */
    public static RunningProgram start(
            Program program, ProgramSettings settings, ProgramFolders folders, Compilation compilation) {
        return start(Installation.own(), program, settings, folders, compilation);
    }

    /** The same of another version. */
    public static RunningProgram start(
            Installation from,
            Program program,
            ProgramSettings settings,
            ProgramFolders folders,
            Compilation compilation) {
        int port = Integer.parseInt(settings.values().getOrDefault("quarkus.http.port", "8080"));
        List<String> jvm = new ArrayList<>(program.jvm(program.heapMegabytes()));
        jvm.addAll(compilation.options());
        ChildCommand command = command(from, program, settings, folders, jvm, true);
        RunningProgram running = new RunningProgram(program, port, ChildProcess.start(command));
        running.awaitReady();
        return running;
    }

    @Override
    public String name() {
        return program.word();
    }

    @Override
    public List<ChildProcess> processes() {
        return List.of(process);
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void restart() {
        process = ChildProcess.start(process.command());
        awaitReady();
    }

    @Override
    public void stop() {
        process.stop(STOP_PATIENCE);
    }

    private void awaitReady() {
        Health health = new Health(port);
        boolean ready = Await.until(READY_PATIENCE, () -> !process.isAlive() || health.ready());
        if (!process.isAlive()) {
            throw new IllegalStateException("The program '" + name() + "' ended with exit code " + process.exitCode()
                    + " before it was ready; the end of " + process.command().log() + ":\n"
                    + LogFile.tail(process.command().log(), 25));
        }
        if (!ready) {
            String why = health.answer();
            process.kill();
            throw new IllegalStateException(
                    "The program '" + name() + "' was not ready after " + READY_PATIENCE.toSeconds() + " s. It says: "
                            + why + "\nIts log: " + process.command().log());
        }
    }
}
