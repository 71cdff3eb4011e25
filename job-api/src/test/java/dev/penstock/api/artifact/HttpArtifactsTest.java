package dev.penstock.api.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.UploadToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The upload as {@code package-info} describes it, with a server that knows no more than the key {@code artifacts}. */
class HttpArtifactsTest {
    private static final JobId JOB = JobId.of("r", "0");

    private final UploadToken tokens = new UploadToken(Keys.random().artifacts());
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Deque<Integer> troubles = new ArrayDeque<>();
    private HttpServer adminUi;

    @BeforeEach
    void serve() throws IOException {
        adminUi = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        adminUi.createContext("/base/internal/artifacts/", this::take);
        adminUi.start();
    }

    @AfterEach
    void close() {
        adminUi.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Integer trouble = troubles.poll();
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String token = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        if (trouble != null) {
            answer(exchange, trouble, "no room");
        } else if (!tokens.fits(token, new JobId(path[4]), Long.parseLong(path[5]))) {
            answer(exchange, 401, "The token does not fit this job and lease.");
        } else if (!digest(body).equals(exchange.getRequestHeaders().getFirst("Content-Digest"))) {
            answer(exchange, 422, "The bytes are not those of the digest.");
        } else {
            taken.add(exchange.getRequestMethod() + " " + path[6] + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Length") + " "
                    + new String(body, StandardCharsets.UTF_8));
            answer(exchange, 201, "{\"location\":\"there/" + path[5] + "\"}");
        }
    }

    private static String digest(byte[] body) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=:" + Base64.getEncoder().encodeToString(sha) + ":";
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Artifact keep(@Nullable String token) throws IOException {
        URI base = URI.create("http://127.0.0.1:" + adminUi.getAddress().getPort() + "/base/");
        return new HttpArtifacts(base, 10)
                .keep(
                        new ArtifactStore.Making(JOB, 7, "../Bericht 1%.csv", "text/csv", token),
                        new ByteArrayInputStream("a;b".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("S4.14: a worker elsewhere uploads its file, with a token that fits this job and lease alone")
    void a_file_is_uploaded() throws IOException {
        Artifact kept = keep(tokens.issue(JOB, 7));
        assertThat(kept.name()).isEqualTo("Bericht 1%.csv");
        assertThat(kept.location()).isEqualTo("there/7");
        assertThat(kept.size()).isEqualTo(3);
        assertThat(taken).containsExactly("PUT Bericht 1%.csv text/csv 3 a;b");
    }

    @Test
    void a_token_of_another_lease_or_installation_is_refused_with_the_servers_sentence() {
        for (String foreign : List.of(
                tokens.issue(JOB, 8),
                tokens.issue(JobId.of("r", "1"), 7),
                new UploadToken(Keys.random().artifacts()).issue(JOB, 7))) {
            assertThatThrownBy(() -> keep(foreign))
                    .isInstanceOf(ArtifactRefused.class)
                    .hasMessageContaining("(401): The token does not fit");
        }
        assertThatThrownBy(() -> keep(null)).isInstanceOf(IOException.class).hasMessageContaining("no upload token");
        assertThat(taken).isEmpty();
    }

    @Test
    void an_upload_that_fails_for_now_is_sent_again_and_in_the_end_tried_by_the_next_attempt() throws IOException {
        troubles.addAll(List.of(503, 500));
        assertThat(keep(tokens.issue(JOB, 7)).location()).isEqualTo("there/7");
        troubles.addAll(List.of(503, 503, 503));
        assertThatThrownBy(() -> keep(tokens.issue(JOB, 7)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503");
        assertThat(taken).hasSize(1);
    }
}
