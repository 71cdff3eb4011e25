package dev.penstock.projector.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/** What {@code ./penstock log ...} answered. */
public record LogRun(int code, String out, String err) {
    /** Runs a command below {@code log} on a log. */
    static LogRun of(WrittenLog log, String... words) {
        return of(log.kafka, words);
    }

    /** Runs a command below {@code log} on the log of an installation. */
    public static LogRun of(Kafka kafka, String... words) {
        List<String> line = new ArrayList<>(List.of("log", words[0]));
        line.addAll(List.of(
                "--bootstrap",
                Objects.requireNonNull(kafka.properties().get("bootstrap.servers")),
                "--prefix",
                kafka.topics().prefix()));
        line.addAll(List.of(words).subList(1, words.length));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine main = Main.commandLine();
        main.setOut(new PrintWriter(out));
        main.setErr(new PrintWriter(err));
        int code = main.execute(line.toArray(String[]::new));
        return new LogRun(code, out.toString(), err.toString());
    }

    public List<String> lines() {
        return out.lines().toList();
    }

    public JsonNode json() {
        return parsed(out);
    }

    public List<JsonNode> jsonLines() {
        return lines().stream().map(LogRun::parsed).toList();
    }

    private static JsonNode parsed(String text) {
        try {
            return Wire.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
