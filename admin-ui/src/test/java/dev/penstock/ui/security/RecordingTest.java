package dev.penstock.ui.security;

import static dev.penstock.ui.security.Secrets.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A job's recording, in which nothing is covered: for those who may see that, with a reason, from the page and its twin. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class RecordingTest {
    @TestHTTPResource
    URI base;

    @BeforeAll
    static void secrets() {
        Secrets.writeOnce(Installation.current().model());
    }

    @Test
    void administratorsDownloadARecordingWithAReasonThatIsKept() {
        Http http = new Http(base);
        Form form = new Form(new People(base).signedIn(Role.ADMINISTRATOR));
        String address = "/jobs/" + JOB + "/recording";
        Document page = form.page("/jobs/" + JOB + "/data");
        Http.Answer without = form.send(page, address, Map.of("reason", " "));
        assertThat(without.code()).isEqualTo(400);
        assertThat(Form.parse(without).select("#recording-problem").text()).contains("Say why");
        Http.Answer file = form.send(page, address, Map.of("reason", "it fails in our test"));
        assertThat(file.code()).isEqualTo(200);
        assertThat(file.json().path("job").asText()).isEqualTo(JOB);
        String reason = "{\"reason\":\"a program needs it\"}";
        assertThat(http.post("/api/v1" + address, reason).json()).isEqualTo(file.json());
        assertThat(http.post("/api/v1" + address, "{}").code()).isEqualTo(400);
        assertThat(http.post("/api/v1/jobs/gone.0/recording", reason).code()).isEqualTo(404);
        assertThat(http.get("/operations").body()).contains("it fails in our test", "a program needs it");

        Http viewer = new People(base).signedIn(Role.VIEWER);
        assertThat(new Form(viewer).page("/jobs/" + JOB + "/data").select("form[action$=recording]"))
                .isEmpty();
        assertThat(new Form(viewer).post(address, "reason=x").code()).isEqualTo(403);
        assertThat(viewer.post("/api/v1" + address, reason).code()).isEqualTo(403);
    }
}
