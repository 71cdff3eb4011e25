package dev.penstock.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message as version 1 wrote it, kept for ever, with the value it stands for.
 *
 * @param message which
 * @param value what the file is read to
 */
record Fixture(Message message, Object value) {
    static final Path FOLDER = Path.of("src/test/resources/fixtures/v1");

    private static final SubmissionCodec.Place PLACE = new SubmissionCodec.Place("jobs.submissions", 3, 17);
    private static final SubmissionCodec.Naming NAMING = new SubmissionCodec.Naming() {
        @Override
        public JobId fromKey(String tenant, String key) {
            return JobId.of("k", "0");
        }

        @Override
        public JobId fromPlace(SubmissionCodec.Place place) {
            return JobId.of("p", "0");
        }
    };

    /** One of each message. */
    static List<Fixture> all() {
        Map<Class<?>, Object> values = Stream.of(
                        CommandSamples.all(),
                        EventSamples.all(),
                        WordSamples.all(),
                        Stream.of(CommandSamples.submission()))
                .flatMap(s -> s)
                .collect(Collectors.toMap(Fixture::type, value -> value));
        return Message.all().stream()
                .map(message -> {
                    Object value = values.get(message.type());
                    if (value == null) {
                        throw new AssertionError("There is no sample of " + message.type()
                                + ": add one to CommandSamples," + " EventSamples or WordSamples");
                    }
                    return new Fixture(message, value);
                })
                .toList();
    }

    /** A submission as a person types it. */
    static CommandMessage submission(String json) throws UndecodableException {
        return SubmissionCodec.decode(json.getBytes(StandardCharsets.UTF_8), PLACE, NAMING);
    }

    Path file() {
        return FOLDER.resolve(message.file() + ".json");
    }

    /** The record as it lay in its topic: the file, without the line breaks that are for people. */
    byte[] bytes() {
        try {
            return compact(Files.readString(file())).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        return tree(bytes());
    }

    Object read(byte[] json) throws UndecodableException {
        return switch (message.form()) {
            case COMMAND -> CommandCodec.decode(json);
            case EVENT -> EventCodec.decode(json);
            case SUBMISSION -> SubmissionCodec.decode(json, PLACE, NAMING);
            case SETTING, SIGNAL, BEAT -> Wire.read(json, message.type().getInterfaces()[0]);
            case PLAIN -> Wire.read(json, message.type());
        };
    }

    byte[] write(Object value) {
        return switch (message.form()) {
            case COMMAND -> CommandCodec.encode((CommandMessage) value);
            case EVENT -> EventCodec.encode((EventMessage) value);
            case SUBMISSION -> SubmissionCodec.encode((CommandMessage) value);
            case SETTING, SIGNAL, BEAT, PLAIN -> Wire.write(value);
        };
    }

    /** The text of a new fixture. */
    String text() {
        return Schemas.print(tree(write(value)));
    }

    static JsonNode tree(byte[] json) {
        try {
            return Wire.mapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + new String(json, StandardCharsets.UTF_8), e);
        }
    }

    private static String compact(String json) {
        return json.replaceAll("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+", "$1");
    }

    private static Class<?> type(Object value) {
        return switch (value) {
            case CommandMessage m ->
                m.body() instanceof dev.penstock.api.command.Submit
                        ? Schemas.SUBMISSION
                        : m.body().getClass();
            case EventMessage m -> m.body().getClass();
            default -> value.getClass();
        };
    }
}
