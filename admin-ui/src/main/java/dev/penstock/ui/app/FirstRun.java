package dev.penstock.ui.app;

import dev.penstock.ui.account.Accounts;
import dev.penstock.ui.account.FirstLink;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.trouble.Diagnosis;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sees to it that somebody can sign in: makes the demo's users, or the first administrator's link. Until PostgreSQL answers, it
 * tries again; the program starts meanwhile.
 */
@ApplicationScoped
public class FirstRun {
    private static final Logger LOG = Logger.getLogger(FirstRun.class);
    private static final long AGAIN_MS = 2_000;

    private final OwnDatabase own;
    private final Accounts accounts;
    private final FirstLink link;
    private final Optional<String> demoPassword;
    private final Thread thread = new Thread(this::tryUntilDone, "first-run");

    @Inject
    public FirstRun(OwnDatabase own, Accounts accounts, FirstLink link, PenstockConfig config) {
        this.own = own;
        this.accounts = accounts;
        this.link = link;
        this.demoPassword = config.ui().demoPassword().filter(password -> !password.isBlank());
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void tryUntilDone() {
        String told = "";
        while (!Thread.interrupted()) {
            try {
                prepare();
                return;
            } catch (RuntimeException e) {
                String sentence = Diagnosis.of(e).sentence();
                if (!sentence.equals(told)) {
                    LOG.warn(sentence);
                    told = sentence;
                }
            }
            try {
                Thread.sleep(AGAIN_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void prepare() {
        own.ensure();
        if (demoPassword.isPresent()) {
            accounts.ensureOneOfEachRole(demoPassword.get());
        } else {
            link.renew();
        }
    }
}
