package dev.penstock.ui.live;

import dev.penstock.ui.tongue.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Who listens, and how often the tables have changed since this process started. */
@ApplicationScoped
public class Changes {
    private final String life = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong count = new AtomicLong();
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    /**
     * Names the state of the tables, as far as this process has heard. A page carries the token from before it asked the
     * database; if it is another one when the page begins to listen, the page has missed something.
     */
    public String token() {
        return life + "-" + count.get();
    }

    void changed(Change change) {
        count.incrementAndGet();
        String token = token();
        clients.forEach(client -> client.changed(change, token, System.nanoTime()));
    }

    /** Sends what has waited long enough. */
    void due() {
        String token = token();
        clients.forEach(client -> client.due(token, System.nanoTime()));
    }

    /** Each page hears it in its own language. */
    void lag(Function<Language, String> words) {
        clients.forEach(client -> client.lag(words));
    }

    void add(Client client) {
        clients.add(client);
    }

    void remove(Client client) {
        clients.remove(client);
    }

    int listening() {
        return clients.size();
    }
}
