package dev.penstock.projector.inside;

import dev.penstock.api.key.CallToken;
import dev.penstock.api.key.KeysFile;
import dev.penstock.projector.app.Rig;
import dev.penstock.projector.story.Story;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the projector stands on when it is asked from inside the installation, and how it is asked. */
public final class Around implements QuarkusTestResourceLifecycleManager {
    static Rig rig;
    static Path keys;

    @Override
    public Map<String, String> start() {
        rig = Rig.fresh();
        rig.write(new Story("r1.0")
                .submitted(Story.spec("pay.card", "mail", "{\"password\":\"open-sesame-77\"}", null))
                .started("w")
                .failed("password=open-sesame-77 was refused")
                .exhausted()
                .events());
        TestDatabase database = TestPostgres.shared().freshDatabase();
        Path data = Path.of(System.getProperty("java.io.tmpdir"), "penstock-projector-" + System.nanoTime());
        keys = data.resolve("keys.properties");
        new KeysFile(keys).readOrCreate();
        Map<String, String> settings = new HashMap<>();
        settings.put("penstock.kafka.bootstrap", rig.kafka.properties().get("bootstrap.servers"));
        settings.put("penstock.topic-prefix", rig.kafka.topics().prefix());
        settings.put("penstock.data-dir", data.toString());
        settings.put("penstock.read-db.url", database.jdbcUrl());
        settings.put("penstock.read-db.user", database.user());
        settings.put("penstock.read-db.password", database.password());
        settings.put("penstock.read-db.ui-role", database.user());
        settings.put("penstock.projector.sql.time", "2s");
        settings.put("penstock.projector.sql.memory", "64");
        settings.put("penstock.projector.sql.patience", "30s");
        return settings;
    }

    @Override
    public void stop() {}

    /** As a program of the installation signs. */
    static String token(String call, String body) {
        return new CallToken(new KeysFile(keys).read().calls())
                .header(call, body.getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    /** @param token none if empty */
    static HttpResponse<String> call(String method, URI address, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
