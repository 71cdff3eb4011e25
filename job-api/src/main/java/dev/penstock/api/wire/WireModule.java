package dev.penstock.api.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.setting.Setting;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the values of floor 0 look in JSON; floor 0 itself knows nothing of it. */
final class WireModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1;

    WireModule() {
        super("penstock");
        text(JobId.class, JobId::value, JobId::new);
        text(Actor.class, Actor::toString, Actor::parse);
        text(Instant.class, Instant::toString, Instant::parse);
        // Not in our own words, but payloads have them.
        text(LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
        text(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
        addSerializer(new DurationWriter());
        addDeserializer(Duration.class, new DurationReader());
        addSerializer(new JsonWriter());
        addDeserializer(Json.class, new JsonReader());
        setMixInAnnotation(Setting.class, SettingForm.class);
        setMixInAnnotation(GroupCommand.class, GroupForm.class);
        setMixInAnnotation(Signal.class, SignalForm.class);
        setMixInAnnotation(Beat.class, BeatForm.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Setting.Queue.class, name = "queue"),
        @JsonSubTypes.Type(value = Setting.Type.class, name = "type"),
        @JsonSubTypes.Type(value = Setting.Schedule.class, name = "schedule"),
        @JsonSubTypes.Type(value = Setting.Firings.class, name = "firings"),
        @JsonSubTypes.Type(value = Setting.Limit.class, name = "limit"),
        @JsonSubTypes.Type(value = Setting.Template.class, name = "template"),
        @JsonSubTypes.Type(value = Setting.Format.class, name = "format")
    })
    private interface SettingForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = GroupCommand.Mute.class, name = "Mute"),
        @JsonSubTypes.Type(value = GroupCommand.Resolve.class, name = "Resolve"),
        @JsonSubTypes.Type(value = GroupCommand.Quiet.class, name = "Quiet")
    })
    private interface GroupForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "signal")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Signal.Drop.class, name = "Drop"),
        @JsonSubTypes.Type(value = Signal.Stop.class, name = "Stop"),
        @JsonSubTypes.Type(value = Signal.ForceStop.class, name = "ForceStop"),
        @JsonSubTypes.Type(value = Signal.Spawned.class, name = "Spawned"),
        @JsonSubTypes.Type(value = Signal.Quiet.class, name = "Quiet"),
        @JsonSubTypes.Type(value = Signal.Answer.class, name = "Answer")
    })
    private interface SignalForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "beat")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Beat.Heartbeat.class, name = "Heartbeat"),
        @JsonSubTypes.Type(value = Beat.Pulse.class, name = "Pulse")
    })
    private interface BeatForm {}

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(write.apply(value));
            }
        });
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                try {
                    return read.apply(in.getText());
                } catch (IllegalArgumentException | java.time.DateTimeException e) {
                    throw context.weirdStringException(in.getText(), type, String.valueOf(e.getMessage()));
                }
            }
        });
    }

    /** Milliseconds, with a fraction only where there is one. */
    private static final class DurationWriter extends StdSerializer<Duration> {
        @Serial
        private static final long serialVersionUID = 1;

        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration d, JsonGenerator out, SerializerProvider provider) throws IOException {
            long millis = d.toMillis();
            long micros = d.toNanosPart() / 1_000 % 1_000;
            if (micros == 0) {
                out.writeNumber(millis);
            } else {
                out.writeNumber(millis + micros / 1_000.0);
            }
        }
    }

    private static final class DurationReader extends StdDeserializer<Duration> {
        @Serial
        private static final long serialVersionUID = 1;

        /** Added to a moment it must give a moment that every reader knows. */
        private static final Duration LONGEST = Duration.ofDays(36_525);

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Duration read = null;
            if (!in.currentToken().isNumeric()) {
                read = parsed(in.getText());
            } else if (Math.abs(in.getDoubleValue()) <= (double) LONGEST.toMillis()) {
                read = Duration.ofNanos(Math.round(in.getDoubleValue() * 1_000) * 1_000);
            }
            if (read == null || read.compareTo(LONGEST) > 0 || read.compareTo(LONGEST.negated()) < 0) {
                throw context.weirdStringException(
                        in.getText(),
                        Duration.class,
                        "a number of milliseconds or ISO-8601 such as PT30S is expected, at most 100 years");
            }
            return read;
        }

        private static @Nullable Duration parsed(String text) {
            try {
                return Duration.parse(text);
            } catch (java.time.DateTimeException e) {
                return null;
            }
        }
    }

    private static final class JsonWriter extends StdSerializer<Json> {
        @Serial
        private static final long serialVersionUID = 1;

        JsonWriter() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(value.text());
        }
    }
}
