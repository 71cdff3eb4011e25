package dev.penstock.stack.launcher.look;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.launcher.option.DataOption;
import dev.penstock.stack.process.LogFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The log files of the programs. */
@Command(
        name = "logs",
        description = "Print the end of a program's log, or of all of them.",
        mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "PROGRAM", description = "broker, postgres, processor, worker, ...")
    @Nullable
    String program;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "40", description = "How many lines. Default: 40.")
    int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what is added.")
    boolean follow;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Path> logs = logs(data.folder());
        List<LogFollower> followers = logs.stream()
                .map(log -> new LogFollower(log, LogFile.size(log), out))
                .toList();
        for (Path log : logs) {
            out.println("==> " + log);
            out.println(LogFile.tail(log, lines));
        }
        out.flush();
        while (follow) {
            Thread.sleep(200);
            followers.forEach(LogFollower::printNew);
        }
        return 0;
    }

    private List<Path> logs(DataFolder folder) throws IOException {
        if (!Files.isDirectory(folder.logs())) {
            throw new IllegalStateException("There are no logs in " + folder.logs() + ": nothing has run there yet.");
        }
        try (Stream<Path> files = Files.list(folder.logs())) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            List<Path> chosen = all.stream()
                    .filter(file ->
                            program == null || file.getFileName().toString().equals(program + ".log"))
                    .toList();
            if (chosen.isEmpty()) {
                throw new IllegalStateException(
                        "There is no log of '" + program + "' in " + folder.logs() + "; there are: "
                                + all.stream()
                                        .map(file -> file.getFileName().toString())
                                        .toList());
            }
            return chosen;
        }
    }
}
