package dev.penstock.stack.bench.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.stack.history.Latencies;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the admin UI one thing after the other, as a person who clicks does, and takes the time of each answer. */
final class Asking {
    private static final int WARM_UP = 20;
    private static final int TIMES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String ui;
    private final String token;

    Asking(String ui, String token) {
        this.ui = ui;
        this.token = token;
    }

    /** The same page again and again. */
    Latencies.Summary page(String path) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            long began = System.nanoTime();
            get(path);
            if (i >= WARM_UP) {
                latencies.add((System.nanoTime() - began) / 1e6);
            }
        }
        return latencies.summary();
    }

    /** Jobs that a filter finds, 50 at a time, from the newest page on to older ones. */
    Latencies.Summary leafing(String filter) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        String path = list(filter);
        for (int i = 0; i < TIMES && path != null; i++) {
            long began = System.nanoTime();
            JsonNode page = get(path);
            latencies.add((System.nanoTime() - began) / 1e6);
            path = page.path("next").asText(null);
        }
        return latencies.summary();
    }

    /** Address of the jobs that a filter finds. */
    static String list(String filter) {
        return "/api/v1/jobs?size=50&q=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : ui + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " was answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
