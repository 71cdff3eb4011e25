package dev.penstock.stack.chaos.site;

import dev.penstock.stack.chaos.worker.ChaosWorkerMain;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.ChildCommand;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import dev.penstock.stack.process.JavaProgram.Compilation;
import dev.penstock.stack.process.LogFile;
import dev.penstock.stack.process.Supervised;
import dev.penstock.stack.program.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One of the workers: a JVM with the SDK and nothing else of ours. */
public final class WorkerProcess implements Supervised {
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final String name;
    private final FakeTime clock;
    private ChildProcess process;

    private WorkerProcess(String name, FakeTime clock, ChildProcess process) {
        this.name = name;
        this.clock = clock;
        this.process = process;
    }

    /**
     * Starts one and returns when it takes work.
     *
     * @param book where it writes down what its handlers run
     */
    static WorkerProcess start(Installation from, String name, String bootstrap, Path folder, Path book) {
        List<String> jvm = new ArrayList<>(
                List.of("-Xmx96m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        jvm.addAll(Compilation.QUICK.options());
        ChildCommand plain = new JavaProgram(
                        ChaosWorkerMain.class.getName(),
                        from.workerClassPath(),
                        jvm,
                        List.of(bootstrap, folder.resolve("keys.properties").toString(), book.toString(), name))
                .command(name, folder.resolve("logs").resolve(name + ".log"));
        FakeTime clock = new FakeTime(folder.resolve(name + ".clock"));
        ChildCommand command = new ChildCommand(
                plain.name(), clock.around(plain.words()), plain.withheld(), plain.log(), plain.stopSignal());
        WorkerProcess worker = new WorkerProcess(name, clock, ChildProcess.start(command));
        worker.awaitStart(0);
        return worker;
    }

    private void awaitStart(long startsBefore) {
        Path log = process.command().log();
        boolean started = Await.until(STARTING, () -> !process.isAlive() || starts(log) > startsBefore);
        if (!started || !process.isAlive()) {
            process.kill();
            throw new IllegalStateException(
                    "The worker " + name + " did not start; the end of its log:\n" + LogFile.tail(log, 20));
        }
    }

    private static long starts(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(ChaosWorkerMain.STARTED))
                    .count();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** Lets its clock jump to so many seconds from the machine's. */
    public void setClock(long seconds) {
        clock.set(seconds);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ChildProcess> processes() {
        return List.of(process);
    }

    @Override
    public void restart() {
        long before = starts(process.command().log());
        process = ChildProcess.start(process.command());
        awaitStart(before);
    }

    @Override
    public void stop() {
        process.stop(STOPPING);
    }
}
