package dev.penstock.stack.bench.recovery;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.JavaProgram.Compilation;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.program.Program;
import dev.penstock.stack.program.ProgramFolders;
import dev.penstock.stack.program.ProgramSettings;
import dev.penstock.stack.program.RunningProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processors as processes with folders of their own, whom nobody brings back. Defaults, all of them. */
final class Processors implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Map<String, String> settings;
    private final DataFolder data;
    private final List<RunningProgram> running = new ArrayList<>();

    private Processors(Map<String, String> settings, DataFolder data) {
        this.settings = settings;
        this.data = data;
    }

    /** Two; returns when they have shared out the partitions. */
    static Processors two(Map<String, String> settings, DataFolder data) {
        Processors processors = new Processors(settings, data);
        try {
            processors.start(1);
            processors.start(2);
            processors.awaitBalance();
            return processors;
        } catch (RuntimeException e) {
            processors.close();
            throw e;
        }
    }

    /** The number is its folder's. */
    private void start(int number) {
        Path own = data.top().resolve("processor-" + number);
        ProgramSettings all = new ProgramSettings()
                .putAll(settings)
                .put("penstock.data-dir", own.toString())
                .put("penstock.keys-file", data.top().resolve("keys.properties").toString())
                .put("quarkus.http.host", "127.0.0.1")
                .put("quarkus.http.port", Integer.toString(Ports.free()));
        ProgramFolders folders = new ProgramFolders(own.resolve("config"), own.resolve("logs"));
        RunningProgram program = RunningProgram.start(Program.PROCESSOR, all, folders, Compilation.BEST);
        running.add(program);
    }

    RunningProgram get(int index) {
        return running.get(index);
    }

    /** Ends the second; the first takes all. */
    void stopSecond() {
        get(1).stop();
    }

    /** SIGKILL. */
    static void kill(RunningProgram program) {
        program.processes().getFirst().kill();
    }

    /** Returns when every one decides for some of the partitions and its copies of the others' stores are warm. */
    void awaitBalance() {
        boolean balanced = Await.until(
                PATIENCE, LOOK_EVERY, () -> running.stream().map(Facts::of).allMatch(Facts::isWarm));
        if (!balanced) {
            throw new IllegalStateException("The processors did not come into balance within "
                    + PATIENCE.toMinutes() + " minutes: "
                    + running.stream().map(Facts::of).toList());
        }
    }

    @Override
    public void close() {
        running.forEach(RunningProgram::stop);
        running.clear();
    }
}
