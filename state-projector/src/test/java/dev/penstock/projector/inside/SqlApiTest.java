package dev.penstock.projector.inside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.key.CallToken;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.mask.Masking;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.story.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL over HTTP, of the projector as it runs: a real log behind it, and nobody answered who does not sign. */
@QuarkusTest
@QuarkusTestResource(Around.class)
class SqlApiTest {
    private static final String PATH = "/internal/sql";

    @TestHTTPResource("/")
    URI base;

    @Test
    void aQuestionIsAnsweredWithTypedColumnsAndThePlaceItIsAsOf() throws Exception {
        JsonNode answer = asked(
                "select status, count(*) as n, max(created_at) as t, true as f from jobs where status = 'FAILED' group by all");
        assertThat(answer.path("columns").toString())
                .isEqualTo("[{\"name\":\"status\",\"type\":\"VARCHAR\",\"kind\":\"TEXT\"},"
                        + "{\"name\":\"n\",\"type\":\"BIGINT\",\"kind\":\"NUMBER\"},"
                        + "{\"name\":\"t\",\"type\":\"TIMESTAMP\",\"kind\":\"TIME\"},"
                        + "{\"name\":\"f\",\"type\":\"BOOLEAN\",\"kind\":\"FLAG\"}]");
        assertThat(answer.at("/rows/0/0").asText()).isEqualTo("FAILED");
        assertThat(answer.at("/rows/0/1").isIntegralNumber()).isTrue();
        assertThat(Instant.parse(answer.at("/rows/0/2").asText())).isAfter(Story.START.minusSeconds(1));
        assertThat(answer.at("/rows/0/3").isBoolean()).isTrue();
        assertThat(answer.path("asOf").asText()).matches("(\\d+:\\d+ ?){3}");
        assertThat(answer.path("cut").asBoolean()).isFalse();
    }

    @Test
    void whatHappenedSinceTheLastQuestionIsInTheNextAnswer() throws Exception {
        long before = asked("select count(*) from events").at("/rows/0/0").asLong();
        Around.rig.write(new Story("since" + before + ".0")
                .submitted("email.send", "mail")
                .events());
        assertThat(asked("select count(*) from events").at("/rows/0/0").asLong())
                .isEqualTo(before + 1);
    }

    @Test
    void theTablesAreDescribed() throws Exception {
        assertThat(asked("describe attempts;").toString()).contains("\"took_ms\",\"BIGINT\"");
        HttpResponse<String> answer = call("GET", "", token("GET", ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode tables = Wire.mapper().readTree(answer.body());
        assertThat(tables.findValuesAsText("name")).contains("events", "jobs", "attempts", "payload", "happened_at");
    }

    @Test
    void nobodyIsAnsweredWhoDoesNotSignThisVeryCall() throws Exception {
        String body = body("select 1");
        String stranger = new CallToken(Keys.random().calls()).header("POST " + PATH, bytes(body), Instant.now());
        String old = new CallToken(new KeysFile(Around.keys).read().calls())
                .header("POST " + PATH, bytes(body), Instant.now().minusSeconds(90));
        for (String token : List.of("", "Bearer x", stranger, old, token("POST", "other"), token("GET", body))) {
            HttpResponse<String> answer = call("POST", body, token);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("rows");
        }
        assertThat(call("GET", "", "").statusCode()).isEqualTo(401);
    }

    @Test
    void aMistakeIsASentenceWithItsPlace() throws Exception {
        assertThat(refused(400, "select foo from jobs").path("position").asInt(-1))
                .isEqualTo(7);
        assertThat(refused(400, "select 1\nform jobs where").path("position").asInt(-1))
                .isGreaterThan(8);
        assertThat(refused(400, "select * from nothing").path("sentence").asText())
                .contains("nothing");
        assertThat(refused(400, "x".repeat(20_001)).path("sentence").asText()).contains("at most 20000 characters");
        for (String body : List.of("{}", "select 1", "{\"sql\":\"select 1\"}", "{\"sql\":\"select 1\",\"mask\":{}}")) {
            assertThat(call("POST", body, token("POST", body)).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    /** The same as from the command line, where they are told one by one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_text('/etc/passwd')",
                "select * from '/etc/passwd'",
                "select * from read_csv('https://example.org/x.csv')",
                "select * from glob('/etc/*')",
                "select * from (select content from read_blob('/proc/self/environ'))",
                "with x as (from parquet_metadata('/etc/passwd')) select * from x",
                "select * from jobs where exists (from sniff_csv('/etc/passwd'))",
                "select * from query('select * from read_text(''/etc/passwd'')')",
                "copy jobs to '/tmp/penstock-broken-out.csv'",
                "select 1; copy jobs to '/tmp/penstock-broken-out.csv'",
                "select 1) as answer(c0); copy jobs to '/tmp/penstock-broken-out.csv'; select (1",
                "select 1 /* ; */ ; attach '/tmp/penstock-broken-out.db'",
                "export database '/tmp/penstock-broken-out'",
                "install httpfs",
                "load httpfs",
                "set enable_external_access = true",
                "reset lock_configuration",
                "set memory_limit = '100GB'",
                "pragma profiling_output = '/tmp/penstock-broken-out'",
                "call enable_logging(storage = 'file', storage_config = {'path': '/tmp/penstock-broken-out'})",
                "from enable_logging(storage = 'file', storage_config = {'path': '/tmp/penstock-broken-out'})",
                "create table mine as select 1",
                "drop table jobs",
                "delete from jobs",
                "update jobs set status = 'COMPLETED'",
                "create secret s (type s3)",
                "select getenv('HOME')",
            })
    void sqlReachesNothingButTheTables(String sql) throws Exception {
        assertThat(refused(400, sql).path("sentence").asText()).isNotBlank();
        try (var left = Files.list(Path.of("/tmp"))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("penstock-broken-out")))
                    .isEmpty();
        }
        assertThat(asked("select count(*) from jobs where id = 'r1.0'")
                        .at("/rows/0/0")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void whatCostsTooMuchIsStopped() throws Exception {
        String slow = "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range = -1 - random()";
        assertThat(refused(422, slow).path("sentence").asText()).contains("took longer than 2 s");
        String large = "select list(repeat(range::varchar, 100)) from range(10000000)";
        assertThat(refused(422, large).path("sentence").asText()).contains("more than 64 MB");
        JsonNode many = asked("select * from range(5000)");
        assertThat(many.path("rows")).hasSize(1_000);
        assertThat(many.path("cut").asBoolean()).isTrue();
    }

    @Test
    void whatIsCoveredForTheReaderIsNotInTheTables() throws Exception {
        String shown = asked("select payload, error_message from jobs where type = 'pay.card'")
                .toString();
        assertThat(shown).contains(Masking.COVER).doesNotContain("sesame");
        assertThat(asked("select data from events").toString())
                .contains(Masking.COVER)
                .doesNotContain("sesame");
    }

    private JsonNode asked(String sql) throws Exception {
        return refused(200, sql);
    }

    private JsonNode refused(int code, String sql) throws Exception {
        String body = body(sql);
        HttpResponse<String> answer = call("POST", body, token("POST", body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code);
        return Wire.mapper().readTree(answer.body());
    }

    private static String body(String sql) {
        return Wire.text(Map.of("sql", sql, "mask", Map.of("fields", Masking.USUAL, "types", Map.of())));
    }

    private static String token(String method, String body) {
        return Around.token(method + " " + PATH, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> call(String method, String body, String token) throws Exception {
        return Around.call(method, base.resolve(PATH), body, token);
    }
}
