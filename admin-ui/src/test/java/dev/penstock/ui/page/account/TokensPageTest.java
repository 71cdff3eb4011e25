package dev.penstock.ui.page.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of programs: made in the pages, used over HTTP. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class TokensPageTest {
    private static final String JOB = "{\"type\":\"tokens.send\",\"queue\":\"%s\",\"payload\":{}}";

    @TestHTTPResource("/")
    URI base;

    private Form form;

    @BeforeAll
    static void somebodyAnswers() {
        Installation.current().otherSide();
        new Rows(Installation.current().model())
                .setting(Setting.Queue.named("tokens", "for this test"))
                .setting(Setting.Queue.named("tokens-other", "for this test"));
    }

    @BeforeEach
    void signIn() {
        form = new Form(new People(base).signedIn(Role.ADMINISTRATOR));
    }

    @Test
    void aTokenSubmitsToItsQueuesAndDoesNothingElseUntilItIsRevoked() {
        Http program = new Http(base, made("shop", "tokens", "50"));
        assertThat(program.post("/api/v1/jobs", JOB.formatted("tokens")).code()).isBetween(200, 202);
        Http.Answer other = program.post("/api/v1/jobs", JOB.formatted("tokens-other"));
        assertThat(other.code()).isEqualTo(403);
        assertThat(other.body()).contains("This token may submit to tokens, not to tokens-other.");
        assertThat(program.get("/api/v1/jobs").code()).isEqualTo(403);
        assertThat(program.post("/api/v1/jobs/any.0/retry", "{}").code()).isEqualTo(403);

        Document page = form.page("/tokens");
        assertThat(page.text()).contains("shop").contains("submit to tokens").doesNotContain("pst_");
        form.send(page, "/tokens/shop/revoke", Map.of());
        assertThat(program.post("/api/v1/jobs", JOB.formatted("tokens")).code()).isEqualTo(401);
        assertThat(form.page("/operations").select("#acts").text()).contains("make token shop", "revoke token shop");
    }

    @Test
    void whoAsksTooFastIsToldToWait() {
        Http program = new Http(base, made("hasty", "", "1"));
        boolean slowedDown = false;
        for (int i = 0; i < 20 && !slowedDown; i++) {
            slowedDown = program.get("/api/v1/jobs").code() == 429;
        }
        assertThat(slowedDown).isTrue();
    }

    private String made(String name, String queues, String rate) {
        Http.Answer answer = form.send(
                form.page("/tokens"), "/tokens", Map.of("name", name, "queues", queues, "rate", rate, "may", "submit"));
        return Form.parse(answer).select(".note code").text();
    }
}
