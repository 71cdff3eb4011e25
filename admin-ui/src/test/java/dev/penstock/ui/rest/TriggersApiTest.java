package dev.penstock.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Submit;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class TriggersApiTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    @DisplayName("S1.2, S2.2: an event that is told by HTTP becomes a job, and the same event no second one")
    void anEventBecomesAJob() {
        OtherSide other = Installation.current().otherSide();
        Http http = new Http(base);
        String event = "{\"customer\":{\"no\":\"C-17\"},\"clerk\":\"ute\"}";

        Http.Answer first = http.post("/api/v1/triggers/web", event, "X-What", "moved", "Idempotency-Key", "e-1");
        Http.Answer second = http.post("/api/v1/triggers/web", event, "X-What", "moved", "Idempotency-Key", "e-1");
        Http.Answer unmappable = http.post("/api/v1/triggers/web", "{}", "X-What", "moved");

        assertThat(first.code()).as(first.body()).isEqualTo(201);
        Submit sent = (Submit) other.heard(first).body();
        assertThat(sent.spec().type()).isEqualTo("web.event");
        assertThat(sent.spec().payload().text()).isEqualTo("{\"customer\":\"C-17\",\"what\":\"moved\"}");
        assertThat(sent.spec().runBy()).isEqualTo("ute");
        assertThat(second.code()).isEqualTo(200);
        assertThat(second.json().path("job")).isEqualTo(first.json().path("job"));
        assertThat(unmappable.code()).isEqualTo(400);
        assertThat(unmappable.json().path("detail").asText()).contains("has no /customer/no");
        assertThat(http.post("/api/v1/triggers/none", "{}").code()).isEqualTo(404);
    }
}
