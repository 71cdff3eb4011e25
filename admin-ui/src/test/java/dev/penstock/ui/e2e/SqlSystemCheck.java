package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.process.Await;
import dev.penstock.ui.fixture.Http;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL against the whole system: the real projector answers what the page asks, out of the real log. */
class SqlSystemCheck extends DemoStack {
    private static final double PATIENCE = 120_000;

    @Test
    void anExampleIsRunAndDrawn() {
        // The tables are there.
        assertThat(asked("select 1").code()).isEqualTo(200);
        Page page = chromium.open(base + "sql");
        page.locator("aside a")
                .filter(new Locator.FilterOptions().setHasText("Events by the minute"))
                .click();
        assertThat(page.locator("#answer")).hasCount(0);
        page.locator(".sql-bar .button-main").click();
        assertThat(page.locator("#answer-title"))
                .containsText("row", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#answer thead th").first()).containsText("minute");
        assertThat(page.locator("#drawing svg path.line").first()).hasAttribute("d", Pattern.compile("M.+"));
        assertThat(page.locator("#table-attempts dt").first()).hasText("job");
    }

    @Test
    void theNextAnswerKnowsWhatHasJustHappenedAndCoversWhatIsSecret() {
        String body = "{\"type\":\"email.send\",\"runBy\":\"sql-check\",\"payload\":{\"template\":\"licence-key\","
                + "\"to\":\"gone-sql@example.com\",\"values\":{\"product\":\"P\",\"order\":\"7\",\"key\":\"K\",\"password\":\"open-sesame-77\"}}}";
        Http.Answer submitted = http.post("/api/v1/jobs", body);
        assertThat(submitted.code()).as(submitted.body()).isBetween(200, 202);
        String id = submitted.json().path("job").asText();
        String sql = "select id, payload from jobs where id = '" + id + "'";
        assertThat(Await.until(
                        Duration.ofMinutes(2),
                        () -> asked(sql).json().path("rows").size() == 1))
                .isTrue();
        JsonNode row = asked(sql).json().at("/rows/0");
        assertThat(row.get(1).asText()).contains("gone-sql@example.com", "••••").doesNotContain("sesame");
        Http.Answer letters = asked("select reverse(payload), hex(payload) from jobs where id = '" + id + "'");
        assertThat(letters.code()).as(letters.body()).isEqualTo(200);
        assertThat(letters.json().at("/rows/0/0").asText()).contains("moc.elpmaxe@lqs-enog");
        assertThat(letters.body()).doesNotContain("emases", "736573616D65");
        Http.Answer events = asked("select data from events where key = '" + id + "'");
        assertThat(events.code()).as(events.body()).isEqualTo(200);
        assertThat(events.body()).contains("gone-sql@example.com").doesNotContain("sesame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_text('/etc/passwd')",
                "select 1; copy jobs to '/tmp/penstock-broken-out.csv'",
                "set enable_external_access = true",
                "install httpfs",
                "drop table jobs"
            })
    void whoTriesToBreakOutGetsASentence(String sql) {
        Http.Answer answer = asked(sql);
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
        assertThat(asked("select count(*) > 0 as some from jobs")
                        .json()
                        .at("/rows/0/0")
                        .asBoolean())
                .isTrue();
    }

    /** On a busy machine the tables may not be there yet, which is said as 503: whoever asks, asks again. */
    private static Http.Answer asked(String sql) {
        AtomicReference<Http.Answer> last = new AtomicReference<>();
        Await.until(Duration.ofMinutes(3), () -> {
            last.set(http.post("/api/v1/sql", Wire.text(Map.of("sql", sql))));
            return last.get().code() != 503;
        });
        return last.get();
    }
}
