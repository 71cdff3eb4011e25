package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong is a page of the site for people, and problem+json for programs. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class TroublePagesTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource("/")
    URI base;

    private Http http;

    @BeforeEach
    void client() {
        http = new Http(base);
    }

    @Test
    void anUnknownAddressIsAPageOfTheSite() {
        for (String path : new String[] {"/nothing", "/jobs/some/thing/else", "/assets/none.js", "/settings/nothing"}) {
            assertThat(page(404, http.get(path)).selectFirst("h1").text())
                    .as(path)
                    .isEqualTo("Not found");
        }
        assertThat(page(404, http.get("/jobs/none.0")).selectFirst("h1").text()).isEqualTo("There is no job none.0");
        Http.Answer api = http.get("/api/v1/nothing");
        assertThat(api.code()).isEqualTo(404);
        assertThat(api.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aFormWithoutTokenIsAPageThatSaysWhatToDo() {
        Document refused = page(403, http.post("/settings/look", "theme=dark", "Content-Type", FORM));
        assertThat(refused.select(".lede").text()).contains("reload the page and try again");
    }

    @Test
    void aWrongMethodIsAPage() {
        String token = Form.parse(http.get("/")).selectFirst("[name=csrf]").val();
        assertThat(page(405, http.post("/logs", "", "Content-Type", FORM, "X-CSRF-Token", token))
                        .select(".lede")
                        .text())
                .contains("does not take that method");
    }

    @Test
    void whatNobodyForesawIsAPageWithTheNumberUnderWhichTheLogHasIt() {
        Document broken = page(500, http.get("/jobs/probe/broken"));
        assertThat(broken.select("main").text())
                .contains("This should not have happened")
                .doesNotContain("a probe of");
        assertThat(broken.select("main code").text()).matches("[0-9a-f]{8}");
    }

    @Test
    void whatIsRefusedAtTheDoorIsAPageWithoutAnythingOfOurs() {
        Http.Answer other =
                http.post("/settings/look", "theme=dark", "Content-Type", FORM, "Origin", "https://evil.example");
        assertThat(other.code()).isEqualTo(403);
        assertThat(other.header("Content-Type")).startsWith("text/html");
        Document page = Form.parse(other);
        assertThat(page.select(".lede").text()).contains("Another site's page");
        assertThat(page.select("form, .rail, [name=csrf]")).isEmpty();
    }

    private static Document page(int code, Http.Answer answer) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        Document page = Form.parse(answer);
        assertThat(page.select(".rail a")).isNotEmpty();
        return page;
    }
}
