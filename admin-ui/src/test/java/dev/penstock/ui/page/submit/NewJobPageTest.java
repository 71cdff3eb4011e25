package dev.penstock.ui.page.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.setting.Setting;
import dev.penstock.stack.process.Await;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A job by hand, through the running application and a real broker. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class NewJobPageTest {
    private static final String SCHEMA = """
            {"type":"object","properties":{"to":{"type":"string"},"copies":{"type":"integer"},"tags":{"type":"array","items":\
            {"type":"string"}},"mode":{"enum":["FAST","SLOW"]},"body":{"type":"object"}},"required":["to","copies"]}""";

    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    @Test
    @DisplayName("The form of a new job is made from its type's JSON Schema; what was typed becomes the payload, once")
    void submitted() {
        new Rows(Installation.current().model())
                .setting(new Setting.Type(
                        "hand.made", "By hand", "default", JobPolicy.DEFAULT, Map.of(1, new Json(SCHEMA))));
        Form form = new Form(base);
        Document page = form.page("/new?type=hand.made");
        assertThat(page.select("main form[method=post] label").eachText())
                .contains("to", "copies", "tags (may be empty)", "mode (may be empty)");

        String own = Form.fields(page.selectFirst("main form[method=post]"), "csrf", "key", "type");
        Http.Answer wrong = form.post("/new", own + "&p-to=ana&p-copies=many");
        assertThat(wrong.code()).isEqualTo(400);
        assertThat(Form.parse(wrong).select("[role=alert]").text()).contains("copies is \"many\"");
        assertThat(Form.parse(wrong).selectFirst("#p-to").val()).isEqualTo("ana");

        String typed = own + "&p-to=ana&p-copies=3&p-tags=a%0Ab&p-mode=SLOW&priority=HIGH";
        assertThat(form.post("/new", typed).code()).isEqualTo(303);
        form.post("/new", typed);
        assertThat(Await.until(Duration.ofMinutes(3), () -> !specs().isEmpty())).isTrue();
        assertThat(specs().stream().map(spec -> spec.idempotencyKey()).distinct())
                .hasSize(1);
        JobSpec spec = specs().getFirst();
        assertThat(spec.payload().text())
                .isEqualTo("{\"to\":\"ana\",\"copies\":3,\"tags\":[\"a\",\"b\"],\"mode\":\"SLOW\"}");
        assertThat(spec.priority().name()).isEqualTo("HIGH");
    }

    private List<JobSpec> specs() {
        return other.heard().stream()
                .filter(message -> message.body() instanceof Submit)
                .map(message -> ((Submit) message.body()).spec())
                .filter(spec -> spec.type().equals("hand.made"))
                .toList();
    }
}
