package dev.penstock.stack.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Talks to the program that makes the demo's load. */
final class LoadControl {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    LoadControl(String url) {
        this.url = url;
    }

    /** No more jobs from now on. */
    void stop() {
        send(HttpRequest.newBuilder(URI.create(url + "/stop")).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Whether everything it has sent was acknowledged or given up. */
    boolean nothingPending() {
        return send(HttpRequest.newBuilder(URI.create(url + "/report")))
                        .path("pending")
                        .asLong(0)
                == 0;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException("The demo's load at " + url + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
