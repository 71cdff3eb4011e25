package dev.penstock.stack.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.api.topic.TopicNames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Measures how long an event takes to the page: follows the event log and, for one job after the other, asks the UI's API until it
 * shows the job at least as new as the event. The time counts from the event's own ({@code at}: when Kafka appended the command
 * behind it), so deciding, committing, folding and loading are all in it.
 */
public final class PageWatch implements AutoCloseable {
    private static final Duration GIVE_UP = Duration.ofSeconds(10);
    private static final long ASK_EVERY_MS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Object> client;
    private final TopicNames topics;
    private final String ui;
    private final String token;
    private final Latencies latencies = new Latencies();
    private final Thread thread = new Thread(this::watch, "page-watch");
    private volatile boolean closed;

    /**
     * A watch of one page.
     *
     * @param ui address of the admin UI, without a path
     * @param token with which it is asked
     */
    public PageWatch(Map<String, Object> client, TopicNames topics, String ui, String token) {
        this.client = client;
        this.topics = topics;
        this.ui = ui;
        this.token = token;
    }

    /** Measures in a thread of its own until closed. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** What was measured so far. */
    public Latencies.Summary summary() {
        return latencies.summary();
    }

    @Override
    public void close() {
        // No interrupt: it would tear the consumer's connection in the middle of its farewell.
        closed = true;
        try {
            thread.join(GIVE_UP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try (LogTail tail = new LogTail(client, topics.events())) {
            while (!closed) {
                // The newest only: while one was awaited, others have come and gone unmeasured.
                tail.newest().ifPresent(event -> {
                    if (event.path("version").asLong() > 0) {
                        measure(event);
                    }
                });
            }
        } catch (RuntimeException e) {
            if (!closed) {
                System.err.println("The page could not be watched: " + e.getMessage());
            }
        }
    }

    private void measure(JsonNode event) {
        Instant at = Instant.parse(event.path("at").asText());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ui + "/api/v1/jobs/" + event.path("key").asText()))
                .header("Authorization", "Bearer " + token)
                .timeout(GIVE_UP)
                .build();
        long deadline = System.nanoTime() + GIVE_UP.toNanos();
        while (!closed && System.nanoTime() < deadline) {
            if (shown(request) >= event.path("version").asLong()) {
                latencies.add((double) Duration.between(at, Instant.now()).toMillis());
                return;
            }
            pause();
        }
    }

    private long shown(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            JsonNode version = response.statusCode() == 200
                    ? JSON.readTree(response.body()).findValue("version")
                    : null;
            return version == null ? -1 : version.asLong();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
