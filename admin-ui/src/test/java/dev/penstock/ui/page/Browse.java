package dev.penstock.ui.page;

import dev.penstock.ui.fixture.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Asks the running application as a browser without script does. */
final class Browse {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Browse(URI base) {
        this.base = base;
    }

    HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(address))
                .setHeader("Authorization", "Bearer " + Installation.TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** The page, which must be there. */
    Document page(String address) {
        HttpResponse<String> response = get(address, "Accept", "text/html");
        if (response.statusCode() != 200) {
            throw new AssertionError(address + " answers " + response.statusCode() + ": " + response.body());
        }
        return Jsoup.parse(response.body(), base.toString());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
