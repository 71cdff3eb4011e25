package dev.penstock.processor.handlers.marketplace;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the marketplace is, and the API secrets by account.
 *
 * @param root address below which {@code token} and {@code sales} lie; asked for at each request, since it may move
 *     while the worker runs
 */
public record MarketplaceAccounts(Supplier<URI> root, Map<String, String> secrets) {
    public MarketplaceAccounts {
        secrets = Map.copyOf(secrets);
    }

    /** Secrets do not belong into logs. */
    @Override
    public String toString() {
        return "MarketplaceAccounts" + secrets.keySet();
    }
}
