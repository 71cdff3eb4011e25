package dev.penstock.ui.page.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.ui.account.ApiTokens;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions in SQL from the page and its twin: who may ask, what goes along, what is written down, what is shown. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class SqlPageTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    ApiTokens tokens;

    /** To sign in costs a fifth of a second, on purpose. */
    private static final Map<Role, Http> BROWSERS = new EnumMap<>(Role.class);

    private Form analyst;

    @BeforeEach
    void signIn() {
        analyst = new Form(browser(Role.VIEWER));
    }

    private Http browser(Role role) {
        return BROWSERS.computeIfAbsent(role, one -> new People(base).signedIn(one));
    }

    @Test
    void anAnswerOverTimeIsATableAndLines() {
        Document page = asked("select date_trunc('minute', happened_at) as minute, count(*) from events group by all");
        assertThat(page.select("#answer-title").text()).isEqualTo("6 rows in 34 ms");
        assertThat(page.select("#answer th").eachText())
                .containsExactly("minutetimestamp", "submittedbigint", "completedbigint");
        assertThat(page.select("#answer tbody tr").first().select("td").eachText())
                .containsExactly("2026-11-23 05:36:00", "53", "0");
        assertThat(page.select("#answer").text()).contains("0:1591 1:1289 2:1426");
        // A minute is missing, so both lines have two parts.
        assertThat(page.select("#drawing path.line"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(
                                line.attr("d").chars().filter(c -> c == 'M').count())
                        .isEqualTo(2));
        assertThat(page.select("#drawing .legend span").eachText()).containsExactly("submitted", "completed");
    }

    @Test
    void anAnswerByNameIsATableAndBars() {
        Document page = asked("select worker, count(*) from attempts group by all");
        assertThat(page.select("#drawing dt").eachText())
                .containsExactly("worker-3368282k", "worker-7qk1z0mm", "worker-9d0s2x4c");
        assertThat(page.select("#drawing rect").first().attr("width")).isEqualTo("1000");
        assertThat(page.select("#answer").text()).contains("There are more rows; these are the first 3.");
    }

    @Test
    void aJobsIdLeadsToTheJobAndNothingIsDrawnOfTexts() {
        Document page = asked("select id, ended_at, payload from jobs");
        assertThat(page.select("#answer td a").attr("href")).isEqualTo("/jobs/01m83ejxx4t30k6hb86x.0");
        assertThat(page.select("#answer td.faint").text()).isEqualTo("null");
        assertThat(page.select("#drawing")).isEmpty();
    }

    @Test
    void aMistakeIsASentenceWithItsPlaceAndTheTextStays() {
        Http.Answer answer = ask("select 1\nfrom jobs where foo = 2");
        assertThat(answer.code()).isEqualTo(400);
        Document page = Form.parse(answer);
        assertThat(page.select("#sql-problem strong").text()).contains("Referenced column \"foo\" not found");
        assertThat(page.select("#sql-problem .quiet").text()).isEqualTo("Line 2, character 17");
        assertThat(page.selectFirst(".sql-place").wholeText()).isEqualTo("from jobs where foo = 2\n                ^");
        assertThat(Form.text(page.selectFirst("#sql"))).isEqualTo("select 1\nfrom jobs where foo = 2");
        assertThat(ask("select * from range(9)").code()).isEqualTo(422);
        Http.Answer early = ask("select 'early'");
        assertThat(early.code()).isEqualTo(503);
        assertThat(Form.parse(early).select("#sql-problem").text()).contains("1,200 of 9,000 events are read");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"USER", "OPERATOR"})
    void whoIsNoAnalystIsRefusedAndNothingIsAsked(Role role) {
        int before = questions().size();
        Http http = browser(role);
        Form form = new Form(http);
        assertThat(http.get("/sql").code()).isIn(303, 403);
        assertThat(form.post("/sql", "sql=select+1").code()).isIn(303, 403);
        assertThat(http.get("/api/v1/sql").code()).isEqualTo(403);
        assertThat(http.post("/api/v1/sql", "{\"sql\":\"select 1\"}").code()).isEqualTo(403);
        assertThat(http.post("/api/v1/sql/queries", "{\"name\":\"x\",\"sql\":\"select 1\"}")
                        .code())
                .isEqualTo(403);
        if (role == Role.OPERATOR) {
            assertThat(form.page("/").select("#rail a[href='/sql']")).isEmpty();
        }
        assertThat(questions()).hasSize(before);
    }

    @Test
    void aProgramsTokenIsRefused() {
        String token = tokens.make(
                new ApiTokens.Wish("sql-reader", Set.of(Permission.READ), Set.of(), 50),
                Caller.person("administrator", Role.ADMINISTRATOR));
        assertThat(new Http(base, token).get("/api/v1/jobs").code()).isEqualTo(200);
        assertThat(new Http(base, token)
                        .post("/api/v1/sql", "{\"sql\":\"select 1\"}")
                        .code())
                .isEqualTo(403);
    }

    @Test
    void aLinkAsksNothing() {
        int before = questions().size();
        Document page = analyst.page("/sql?q=select+42");
        assertThat(Form.text(page.selectFirst("#sql"))).isEqualTo("select 42");
        assertThat(page.select("#answer")).isEmpty();
        assertThat(page.select("#rail a[href='/sql']").attr("aria-current")).isEqualTo("page");
        assertThat(questions()).hasSize(before);
    }

    @Test
    void whatIsCoveredGoesAlong() {
        asked("select 'masks'");
        JsonNode mask = questions().getLast().path("mask");
        assertThat(mask.path("fields").toString()).contains("*password*", "*token*");
        assertThat(mask.at("/types/cover.card/0").asText()).isEqualTo("$.card.number");
    }

    @Test
    void eachQuestionIsInTheAuditWithItsTextAlsoOneThatIsRefused() {
        ask("select foo as audited");
        Document operations = new Form(browser(Role.ADMINISTRATOR)).page("/operations");
        assertThat(operations.select("#acts").text()).contains("query log", "user:viewer", "select foo as audited");
        ask("select 'a long one' -- " + "x".repeat(200));
        Document folded = new Form(browser(Role.ADMINISTRATOR)).page("/operations");
        assertThat(folded.select("#acts tr:contains(a long one) a").attr("href"))
                .isEqualTo("/sql");
        assertThat(folded.select("#acts tr:contains(a long one) summary").text())
                .hasSize(161);
    }

    @Test
    void queriesAreSavedForOneselfAndByAdministratorsForEverybody() {
        Document page = analyst.page("/sql");
        assertThat(page.select("input[name=shared]")).isEmpty();
        analyst.send(page, "/sql/queries", "/sql", Map.of("sql", "select 'mine'", "name", "only mine"));
        assertThat(names(analyst)).contains("only mine");
        Form administrator = new Form(browser(Role.ADMINISTRATOR));
        assertThat(names(administrator)).doesNotContain("only mine");
        administrator.send(
                administrator.page("/sql"),
                "/sql/queries",
                "/sql",
                Map.of("sql", "select 'ours'", "name", "for all", "shared", "yes"));
        assertThat(names(analyst)).contains("only mine", "for all");
        String address =
                analyst.page("/sql").select("aside a:contains(for all)").attr("href");
        assertThat(Form.text(analyst.page(address).selectFirst("#sql"))).isEqualTo("select 'ours'");

        Document before = analyst.page("/sql");
        assertThat(before.select("form[action^='/sql/queries/']")).hasSize(1);
        String delete = before.select("form[action^='/sql/queries/']").attr("action");
        analyst.send(before, delete, Map.of());
        assertThat(names(analyst)).doesNotContain("only mine").contains("for all");
        Http.Answer unnamed =
                analyst.send(analyst.page("/sql"), "/sql/queries", "/sql", Map.of("sql", "select 1", "name", " "));
        assertThat(unnamed.code()).isEqualTo(400);
    }

    @Test
    void theTwinGivesTheSameAnswer() {
        Http http = browser(Role.VIEWER);
        JsonNode answer = http.post("/api/v1/sql", "{\"sql\":\"select worker from attempts\"}")
                .json();
        assertThat(answer.at("/rows/0/0").asText()).isEqualTo("worker-3368282k");
        assertThat(answer.at("/columns/1/kind").asText()).isEqualTo("NUMBER");
        assertThat(answer.path("asOf").asText()).isEqualTo("0:1591 1:1289 2:1426");
        Http.Answer wrong = http.post("/api/v1/sql", "{\"sql\":\"select foo\"}");
        assertThat(wrong.code()).isEqualTo(400);
        assertThat(wrong.json().path("position").asInt()).isEqualTo(7);
        assertThat(http.get("/api/v1/sql").json().at("/tables/0/columns/1/name").asText())
                .isEqualTo("happened_at");
    }

    private Document asked(String sql) {
        Http.Answer answer = ask(sql);
        assertThat(answer.code()).as(answer.body()).isEqualTo(200);
        return Form.parse(answer);
    }

    private Http.Answer ask(String sql) {
        return analyst.send(analyst.page("/sql"), "/sql", Map.of("sql", sql));
    }

    private static List<String> names(Form form) {
        return form.page("/sql")
                .select("section[aria-labelledby=saved-title] li > a")
                .eachText();
    }

    private static List<JsonNode> questions() {
        return Installation.current().projectorSide().asked();
    }
}
