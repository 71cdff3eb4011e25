package dev.penstock.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionLineTest {
    private static final SubmissionCodec.Naming NAMING = new SubmissionCodec.Naming() {
        @Override
        public JobId fromKey(String tenant, String key) {
            return JobId.of("r", key);
        }

        @Override
        public JobId fromPlace(SubmissionCodec.Place place) {
            return JobId.of("r", Long.toString(place.offset()));
        }
    };

    @ParameterizedTest
    @DisplayName(
            "S1.28: a submission stands in the line of its queue, else of its type, whether it is read or only looked at")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"email.send\",\"queue\":\"mail\"} | queue mail",
                "{\"payload\":{\"queue\":\"other\",\"parent\":\"x\"},\"queue\":\"mail\",\"type\":\"t\"} | queue mail",
                "{\"queue\":\"mail\",\"parent\":null,\"tags\":[\"type\"],\"type\":\"t\"} | queue mail",
                "{\"type\":\"email.send\",\"queue\":null} | type email.send",
                "{\"type\":\"email.send\",\"queue\":\"\"} | type email.send",
                "{\"type\":\"email.send\"} | type email.send"
            })
    void aLineIsAQueueOrAType(String json, String line) throws UndecodableException {
        assertThat(SubmissionLine.of(bytes(json))).isEqualTo(line);
        CommandMessage read = SubmissionCodec.decode(bytes(json), new SubmissionCodec.Place("s", 0, 1), NAMING);
        assertThat(SubmissionLine.of((Submit) read.body())).isEqualTo(line);
    }

    @ParameterizedTest
    @DisplayName("S1.28: what has a parent, and what is no submission, has its turn where it lies")
    @ValueSource(
            strings = {
                "{\"type\":\"t\",\"queue\":\"q\",\"parent\":\"r.1\"}",
                "{\"queue\":\"\",\"parent\":\"\"}",
                "{\"payload\":{}}",
                "{\"type\":null}",
                "{\"type\":\"t\",\"queue\":\"q\"",
                "[1]",
                "",
                "no JSON"
            })
    void whatHasNoLineStaysInItsPlace(String json) {
        assertThat(SubmissionLine.of(bytes(json))).isNull();
    }

    @Test
    @DisplayName("S1.28: a child has no line")
    void aChildHasNoLine() throws UndecodableException {
        byte[] json = bytes("{\"type\":\"t\",\"queue\":\"q\",\"parent\":\"r.1\"}");
        CommandMessage read = SubmissionCodec.decode(json, new SubmissionCodec.Place("s", 0, 1), NAMING);
        assertThat(SubmissionLine.of((Submit) read.body())).isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
