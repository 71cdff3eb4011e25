package dev.penstock.processor.handlers.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A marketplace with an API of pages behind a token that expires.
 *
 * <table>
 *   <caption>Requests and answers</caption>
 *   <tr><td>{@code POST /marketplace/token}, body {@code account:secret}</td><td>a token for {@link #TOKEN_PAGES} pages, or 401 if the secret
 *   is not good; the secret of the account {@code archived} has expired</td></tr>
 *   <tr><td>{@code GET /marketplace/sales/<page>}</td><td>a page of sales, {@link #PAGES} in all; 401 {@code token_expired} once the token is used up;
 *   503 for about 3 of 100 requests; 404 after the last page</td></tr>
 * </table>
 */
final class Marketplace implements HttpHandler {
    static final int PAGES = 8;
    static final int TOKEN_PAGES = 5;
    private static final int SALES_ON_PAGE = 50;
    private static final int UNAVAILABLE_PERCENT = 3;
    private static final Map<String, String> SECRETS = Map.of("main", "demo-secret-main");

    private final long seed;
    private final SplittableRandom luck;
    private final Map<String, AtomicInteger> pagesLeft = LatestOnly.map();

    Marketplace(long seed) {
        this.seed = seed;
        this.luck = new SplittableRandom(seed);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            Answer answer = path.equals("/marketplace/token")
                    ? token(body)
                    : sales(path, exchange.getRequestHeaders().getFirst("Authorization"));
            answer.send(exchange);
        }
    }

    private Answer token(String credentials) {
        String[] parts = credentials.split(":", 2);
        if (parts.length == 2 && parts[1].equals(SECRETS.get(parts[0]))) {
            String token = UUID.randomUUID().toString();
            pagesLeft.put(token, new AtomicInteger(TOKEN_PAGES));
            return Answer.of(200, "{\"token\":\"" + token + "\",\"pages\":" + TOKEN_PAGES + "}");
        }
        return Answer.error(
                401, "invalid_client", "The API secret of account " + parts[0] + " has expired or is not known");
    }

    private Answer sales(String path, @Nullable String authorization) {
        String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        @Nullable AtomicInteger left = pagesLeft.get(token);
        if (left == null || left.getAndDecrement() <= 0) {
            pagesLeft.remove(token);
            return Answer.error(401, "token_expired", "The token has expired, ask for a new one");
        }
        if (unlucky()) {
            return Answer.error(503, "unavailable", "Too busy, try again");
        }
        String page = path.replaceFirst("^/marketplace/sales/", "");
        if (!page.matches("[1-9][0-9]{0,3}") || Integer.parseInt(page) > PAGES) {
            return Answer.error(404, "no_such_page", "There are " + PAGES + " pages of sales, no page " + page);
        }
        return Answer.of(200, page(Integer.parseInt(page)));
    }

    private boolean unlucky() {
        synchronized (luck) {
            return luck.nextInt(100) < UNAVAILABLE_PERCENT;
        }
    }

    private String page(int page) {
        SplittableRandom random = new SplittableRandom(seed + page);
        return IntStream.range(0, SALES_ON_PAGE)
                .mapToObj(i -> "{\"id\":\"S-%04d-%02d\",\"item\":\"item-%03d\",\"cents\":%d}"
                        .formatted(page, i, random.nextInt(400), 100 + random.nextInt(20_000)))
                .collect(Collectors.joining(",", "{\"page\":" + page + ",\"pages\":" + PAGES + ",\"sales\":[", "]}"));
    }
}
