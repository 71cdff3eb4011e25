package dev.penstock.ui.send;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.ui.config.PenstockConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of the demo, to which its jobs' links lead (S4.17, S4.18); the demo program is asked for them. */
@ApplicationScoped
public class DemoCatalogue {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Optional<URI> address;
    private final ObjectMapper mapper;

    @Inject
    public DemoCatalogue(PenstockConfig config, ObjectMapper mapper) {
        this.address = config.ui().demoLoad();
        this.mapper = mapper;
    }

    /** A card of the catalogue. */
    public record Item(
            String id,
            String module,
            String name,
            String status,
            Map<String, String> fields,
            List<String> batches,
            List<String> files) {}

    /** Whether this is a demo. */
    public boolean isThere() {
        return address.isPresent();
    }

    /** The items of a batch or of a module; an empty name means any. */
    public List<Item> items(String batch, String module) {
        String query = (batch.isEmpty() ? "" : "&batch=" + encoded(batch))
                + (module.isEmpty() ? "" : "&module=" + encoded(module));
        return asked("/items" + (query.isEmpty() ? "" : "?" + query.substring(1)))
                .map(json -> read(json, new TypeReference<List<Item>>() {}))
                .orElse(List.of());
    }

    public Optional<Item> item(String id) {
        return asked("/items/" + encoded(id)).map(json -> read(json, new TypeReference<Item>() {}));
    }

    /** A file of an item. */
    public Optional<byte[]> file(String id, String name) {
        return asked("/items/" + encoded(id) + "/files/" + encoded(name));
    }

    private Optional<byte[]> asked(String path) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(address.get().resolve(path))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private <T> T read(byte[] json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo program answers something else than items", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
