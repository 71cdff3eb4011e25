package dev.penstock.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class BrowserGuardTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource("/")
    URI base;

    private Http http;

    @BeforeEach
    void client() {
        http = new Http(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/jobs", "/api/v1/nothing", "/q/health/live", "/jobs/probe/form", "/nothing"})
    void every_answer_carries_the_security_headers(String path) {
        Http.Answer answer = http.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void another_hosts_name_is_refused_so_that_no_page_reaches_us_by_dns() throws IOException {
        assertThat(raw("GET /api/v1/jobs HTTP/1.1\r\nHost: evil.example:" + base.getPort() + "\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("does not answer as")
                .contains("Content-Security-Policy");
        assertThat(raw("GET /q/health/live HTTP/1.1\r\nHost: localhost:" + base.getPort() + "\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private String raw(String head) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void another_sites_page_cannot_act_through_the_api() {
        assertThat(http.post("/api/v1/jobs/a.0/retry", "", "Origin", "https://evil.example")
                        .code())
                .isEqualTo(403);
        assertThat(http.post("/api/v1/jobs/a.0/retry", "", "Origin", "null").code())
                .isEqualTo(403);
        Http.Answer fetched = http.post("/api/v1/jobs", "{\"type\":\"a\"}", "Sec-Fetch-Site", "cross-site");
        assertThat(fetched.code()).isEqualTo(403);
        assertThat(fetched.json().path("detail").asText()).contains("Another site's page");
        // The kinds of content that a page may send to another site without asking first.
        for (String type : new String[] {FORM, "text/plain", "multipart/form-data; boundary=x"}) {
            assertThat(http.post("/api/v1/jobs", "{\"type\":\"a\"}", "Content-Type", type)
                            .code())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(http.post("/api/v1/nothing/here", "", "Origin", "http://" + base.getAuthority())
                        .code())
                .isEqualTo(404);
    }

    @Test
    void a_form_acts_only_with_the_token_of_its_browser() {
        String token = http.get("/jobs/probe/form").body();
        assertThat(token).matches("[A-Za-z0-9_-]{22}");
        assertThat(http.get("/jobs/probe/form").body())
                .as("one token for all of a browser's forms")
                .isEqualTo(token);

        Http.Answer good = http.post("/jobs/probe/form", "word=it&csrf=" + token, "Content-Type", FORM);
        assertThat(good.body()).isEqualTo("did it");
        assertThat(http.post("/jobs/probe/form", "word=it", "Content-Type", FORM, CsrfToken.HEADER, token)
                        .code())
                .isEqualTo(200);

        assertThat(http.post("/jobs/probe/form", "word=it", "Content-Type", FORM)
                        .code())
                .isEqualTo(403);
        assertThat(http.post("/jobs/probe/form", "word=it&csrf=x", "Content-Type", FORM)
                        .code())
                .isEqualTo(403);
        Http.Answer stranger = new Http(base).post("/jobs/probe/form", "word=it&csrf=" + token, "Content-Type", FORM);
        assertThat(stranger.code()).isEqualTo(403);
        assertThat(stranger.body()).contains("reload the page");
    }

    @Test
    void the_token_is_a_cookie_that_no_script_and_no_other_site_gets() {
        assertThat(http.get("/jobs/probe/form").header("Set-Cookie"))
                .contains("penstock-csrf=")
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Strict");
    }
}
