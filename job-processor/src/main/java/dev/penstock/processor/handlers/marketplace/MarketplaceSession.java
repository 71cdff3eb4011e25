package dev.penstock.processor.handlers.marketplace;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run's conversation with the marketplace: it holds the token and renews it when it expires on the way. */
final class MarketplaceSession {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final MarketplaceAccounts accounts;
    private final String account;
    private @Nullable String token;

    MarketplaceSession(HttpClient http, MarketplaceAccounts accounts, String account) {
        this.http = http;
        this.accounts = accounts;
        this.account = account;
    }

    /**
     * A page of sales.
     *
     * @throws PermanentFailure if the account's secret is refused: only a person can renew it (S0.21)
     * @throws TransientFailure if the marketplace does not answer, or is too busy
     */
    SalesPage page(int page) throws InterruptedException {
        HttpResponse<String> answer = get(page, token());
        if (answer.statusCode() == 401) {
            token = null;
            answer = get(page, token());
        }
        return read(good(answer), SalesPage.class);
    }

    private String token() throws InterruptedException {
        @Nullable String known = token;
        if (known != null) {
            return known;
        }
        String secret = accounts.secrets().getOrDefault(account, "");
        HttpResponse<String> answer =
                send(request("token").POST(HttpRequest.BodyPublishers.ofString(account + ":" + secret)));
        if (answer.statusCode() == 401) {
            throw new PermanentFailure("The marketplace gives account \"" + account + "\" no token: " + answer.body()
                    + ". Renew the API secret on the worker, then retry the job.");
        }
        String fresh = read(good(answer), Token.class).token();
        token = fresh;
        return fresh;
    }

    private record Token(String token, int pages) {}

    private HttpResponse<String> get(int page, String bearer) throws InterruptedException {
        return send(request("sales/" + page).header("Authorization", "Bearer " + bearer));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(accounts.root().get().resolve(path)).timeout(ANSWER_TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws InterruptedException {
        HttpRequest request = builder.build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TransientFailure(request.method() + " " + request.uri() + " did not get through: " + e, e);
        }
    }

    private static HttpResponse<String> good(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            return answer;
        }
        String message = answer.uri() + " answered " + answer.statusCode() + ": " + answer.body();
        throw answer.statusCode() == 404 ? new PermanentFailure(message) : new TransientFailure(message);
    }

    private static <T> T read(HttpResponse<String> answer, Class<T> type) {
        try {
            return JSON.readValue(answer.body(), type);
        } catch (IOException e) {
            throw new PermanentFailure(answer.uri() + " answered what is no " + type.getSimpleName(), e);
        }
    }
}
