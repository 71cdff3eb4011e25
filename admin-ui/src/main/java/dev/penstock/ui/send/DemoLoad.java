package dev.penstock.ui.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.ui.config.PenstockConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The program that makes the demo's jobs. This program asks it, not the browser: it answers no page, ours included. */
@ApplicationScoped
public class DemoLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Optional<URI> address;
    private final ObjectMapper mapper;

    @Inject
    public DemoLoad(PenstockConfig config, ObjectMapper mapper) {
        this.address = config.ui().demoLoad();
        this.mapper = mapper;
    }

    /** Whether this is a demo. */
    public boolean isThere() {
        return address.isPresent();
    }

    /** Whether the burst was taken, and a sentence about it. */
    public record Answer(boolean taken, String sentence) {}

    /** Asks for that many jobs at once. */
    public Answer burst(int jobs) {
        if (address.isEmpty()) {
            return new Answer(false, "This is no demo: nothing makes jobs here but those who submit them.");
        }
        URI burst = address.get().resolve("/burst?n=" + jobs);
        HttpRequest request = HttpRequest.newBuilder(burst)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 202
                    ? new Answer(true, "The demo submits " + jobs + " jobs now, as fast as Kafka takes them.")
                    : new Answer(false, "The demo's load refuses: " + detail(answer.body()));
        } catch (IOException e) {
            return new Answer(
                    false, "The demo's load at " + address.get() + " does not answer (" + e + "). Was it stopped?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, "The request was interrupted.");
        }
    }

    private String detail(String body) {
        try {
            return mapper.readTree(body).path("detail").asText(body);
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}
