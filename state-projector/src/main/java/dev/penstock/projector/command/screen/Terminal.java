package dev.penstock.projector.command.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Offsets;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: answers on standard output, what is said about them on standard error. */
public record Terminal(PrintWriter out, PrintWriter err) {
    /** Found and said. */
    public static final int FOUND = 0;
    /** What was asked for is not in the log, or something differs. */
    public static final int NOT_SO = 1;

    /** That of a command. */
    public static Terminal of(@Nullable CommandSpec spec) {
        var line = Objects.requireNonNull(spec).commandLine();
        return new Terminal(line.getOut(), line.getErr());
    }

    /** Lines of an answer. */
    public void lines(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /** JSON over several lines. */
    public void json(Object value) {
        try {
            out.println(Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + e.getMessage(), e);
        }
        out.flush();
    }

    /** What makes an answer less than whole. */
    public void caveats(EventLog log) {
        caveats(log, log.unreadable());
    }

    /** The same; {@code unreadable} records were passed over. */
    public void caveats(EventLog log, long unreadable) {
        if (log.beginning().since(new Offsets(zeros(log))) > 0) {
            err.println("The cluster has deleted the beginning of this log (it begins at " + log.beginning()
                    + "): jobs from before then are missing.");
        }
        if (unreadable > 0) {
            err.println(unreadable + " records are no events and were passed over.");
        }
        err.flush();
    }

    private static Map<Integer, Long> zeros(EventLog log) {
        return log.beginning().next().keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> 0L));
    }
}
