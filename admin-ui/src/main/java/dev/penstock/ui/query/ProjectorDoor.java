package dev.penstock.ui.query;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.key.CallToken;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.send.SignedClient;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** The projector's internal API; each call is signed with the keys file. */
@ApplicationScoped
public class ProjectorDoor {
    private static final String SQL = "/internal/sql";
    private static final String RECORDINGS = "/internal/recordings";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** Longer than the projector lets a question wait and run. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI address;
    private final SignedClient keys;

    @Inject
    public ProjectorDoor(PenstockConfig config, SignedClient keys) {
        this.address = config.ui().projector();
        this.keys = keys;
    }

    /** Asks in SQL; {@code body} is the question as JSON. */
    HttpResponse<byte[]> ask(byte[] body) {
        return send("POST", SQL, body, ANSWER);
    }

    /** Asks for a job's recording; {@code body} names the job as JSON. */
    HttpResponse<byte[]> recording(byte[] body) {
        return send("POST", RECORDINGS, body, ANSWER);
    }

    /** Asks which tables there are. */
    HttpResponse<byte[]> tables() {
        return send("GET", SQL, new byte[0], CONNECT);
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, Duration patience) {
        String token = new CallToken(keys.keys().calls()).header(method + " " + path, body, Instant.now());
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(patience)
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw Trouble.away(say("The projector, which answers this, is not there: {1}.", address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.away(say("The question was interrupted."));
        }
    }
}
