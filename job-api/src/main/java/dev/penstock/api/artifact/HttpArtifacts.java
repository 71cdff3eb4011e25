package dev.penstock.api.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Uploads files to the admin UI, for workers that share no folder with it; {@code package-info} has the protocol. A file waits
 * on this machine's disk until it is taken, so that it can be measured first and sent again.
 */
public final class HttpArtifacts implements ArtifactStore {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LONGEST_SENTENCE = 500;

    private final URI adminUi;
    private final long limit;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** Uploads files of up to 100 MB to the admin UI at {@code adminUi}, such as {@code https://jobs.example.org}. */
    public HttpArtifacts(URI adminUi) {
        this(adminUi, MAX_BYTES);
    }

    public HttpArtifacts(URI adminUi, long limit) {
        this.adminUi = adminUi;
        this.limit = limit;
    }

    @Override
    public Artifact keep(Making making, InputStream content) throws IOException {
        if (making.token() == null) {
            throw new IOException("The dispatch of job " + making.job()
                    + " brought no upload token: its processor is older than this worker");
        }
        String name = FileName.safe(making.name());
        Path file = Files.createTempFile("penstock-artifact", ".part");
        try {
            Measured measured;
            try (OutputStream out = Files.newOutputStream(file)) {
                measured = Measured.copy(content, out, limit);
            }
            String location = upload(request(making, name, file, measured));
            return new Artifact(name, making.contentType(), measured.size(), measured.sha256(), location);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private HttpRequest request(Making making, String name, Path file, Measured measured) throws IOException {
        String base = adminUi.toString().replaceFirst("/+$", "");
        URI target =
                URI.create(base + "/internal/artifacts/" + making.job() + "/" + making.lease() + "/" + encoded(name));
        return HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + making.token())
                .header("Content-Type", making.contentType())
                .header("Content-Digest", "sha-256=:" + base64(measured.sha256()) + ":")
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String upload(HttpRequest request) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return location(answer);
                }
                throw new IOException("The admin UI answered " + answer.statusCode() + " to an upload");
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                pause(attempt);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static String location(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 201) {
            String said = answer.body().strip();
            throw new ArtifactRefused("The admin UI refused a file (" + answer.statusCode() + "): "
                    + said.substring(0, Math.min(said.length(), LONGEST_SENTENCE)));
        }
        JsonNode location = Wire.mapper().readTree(answer.body()).path("location");
        if (!location.isTextual()) {
            throw new IOException("The admin UI did not say where it keeps a file: is " + answer.uri()
                    + " an admin UI of this version?");
        }
        return location.textValue();
    }

    private static void pause(int attempt) throws IOException {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("Interrupted while a file was uploaded", e);
    }
}
