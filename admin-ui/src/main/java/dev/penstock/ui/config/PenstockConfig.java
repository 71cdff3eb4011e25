package dev.penstock.ui.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys below {@code penstock.}; each also as an environment variable such as {@code PENSTOCK_KAFKA_BOOTSTRAP}.
 * {@code docs/configuration.md} is printed from these comments and defaults; what it says of a name that other programs read too
 * stands there in the same words.
 */
@ConfigMapping(prefix = "penstock")
public interface PenstockConfig {
    Kafka kafka();

    /** First part of every topic's name; ends in a dot. The same in all programs of an installation. */
    @WithDefault("jobs.")
    String topicPrefix();

    /** Folder for this installation's files: stores, keys, what the demo makes. */
    @WithDefault("data")
    Path dataDir();

    /** File with the keys that sign acts and lease tokens; {@code keys.properties} in the data folder by default. */
    Optional<Path> keysFile();

    Database uiDb();

    Pages ui();

    Artifacts artifacts();

    /** What events from outside become jobs, and how; the same lines as the processors', which follow topics. */
    Map<String, Trigger> triggers();

    /** What of jobs' contents is covered for those who have not asked to see it. */
    Mask mask();

    /** What is covered: names of fields such as {@code *token*}, and paths from the top such as {@code $.cards[*].number}. */
    interface Mask {
        /** In the payloads, results, checkpoints and metadata of all jobs; in place of what is usual. */
        @WithDefault(
                "*password*,*passwd*,*passphrase*,*secret*,*token*,*api?key*,*authorization*,*credential*,*private?key*")
        List<String> fields();

        /** The same for jobs of one type, beside what holds for all. */
        Map<String, List<String>> types();
    }

    /** The files that jobs make. */
    interface Artifacts {
        /** Folder for the files that jobs make, the same that the admin UI reads; {@code artifacts} in the data folder by default. */
        Optional<Path> folder();

        /** Bytes of the largest file, at most. */
        @WithDefault("104857600")
        long maxBytes();
    }

    /** Events that become jobs: {@code POST /api/v1/triggers/{name}}. */
    interface Trigger {
        /** Type of the jobs. */
        String type();

        /** Their queue; by default their type's. */
        Optional<String> queue();

        /** Where a field of the payload comes from: a pointer or one of the words of docs/triggers.md. None: all of the record. */
        Map<String, String> payload();

        /** Where the user comes from who triggered the job; by default nobody did. */
        Optional<String> runBy();

        /** Labels of the jobs, separated by commas. */
        Optional<List<String>> tags();

        /** Where a name of the event comes from that is the same when it is told twice; by default topic, partition and offset. */
        Optional<String> idempotencyKey();
    }

    /** The broker. */
    interface Kafka {
        /** Servers to begin with: {@code host:port}, several separated by commas. */
        @WithDefault("127.0.0.1:9092")
        String bootstrap();

        /** File of further Kafka client properties, such as security; secrets belong there. */
        Optional<Path> propertiesFile();
    }

    /** PostgreSQL as the reader. */
    interface Database {
        /** JDBC address of the database. */
        @WithDefault("jdbc:postgresql://127.0.0.1:5432/penstock")
        String url();

        /** Its role, which can only read. */
        @WithDefault("penstock_ui")
        String user();

        /** Password of that role. Never shown, never logged. */
        Optional<String> password();
    }

    /** This program. */
    interface Pages {
        /** How long an act waits until its outcome can be seen. */
        @WithDefault("1500ms")
        Duration actWait();

        /** Furthest that the pages may be behind the log and count as ready. */
        @WithDefault("60s")
        Duration maxLag();

        /** Names under which it may be reached beside the loopback ones, such as that of a tunnel. */
        Optional<List<String>> hosts();

        /** Where the demo's load listens; with it the first page has a button for a burst. */
        Optional<URI> demoLoad();

        /** Where the projector listens that answers SQL over the log. */
        @WithDefault("http://127.0.0.1:18083")
        URI projector();

        /** Addresses of the administrators for failures and alarms, separated by commas, until one of them has chosen in the pages. */
        Optional<String> notifyMail();

        /** Name of the endpoint, known to the workers, that is told the same; until an administrator has chosen in the pages. */
        Optional<String> notifyWebhook();

        /** A user's address is their name at this domain, until an administrator has chosen in the pages; none: users get no mail. */
        Optional<String> userDomain();

        /** A browser that has asked for nothing for so long is signed out. */
        @WithDefault("12h")
        Duration sessionIdle();

        /** A proxy in front of this program speaks TLS: cookies are for HTTPS only, and it may listen on any address. */
        @WithDefault("false")
        boolean tlsInFront();

        /** Token with which the tools of this very installation may do everything; never shown, never logged. {@code ./penstock up} makes one. */
        Optional<String> localToken();

        /** Makes the users {@code administrator, operator, viewer, user} with this password, and says on every page that it is a demo. */
        Optional<String> demoPassword();

        /** Sign-in by OpenID Connect beside names and passwords. */
        OpenId openId();

        /** Name of the installation, shown on every page. */
        Optional<String> environment();
    }

    /** A provider that vouches for people: authorization-code flow with PKCE; docs/security.md says how it is set up. */
    interface OpenId {
        /** Whether people may sign in with it. */
        @WithDefault("false")
        boolean enabled();

        /** Address of the provider (its issuer), below which it has {@code /.well-known/openid-configuration}. */
        Optional<URI> server();

        /** By which the provider knows this program. */
        @WithDefault("penstock")
        String clientId();

        /** What proves it to the provider. Never shown, never logged. */
        Optional<String> clientSecret();

        /** What the provider is called on the button. */
        @WithDefault("your organisation")
        String title();

        /** Claim of the ID token that becomes the user's name. */
        @WithDefault("preferred_username")
        String nameClaim();

        /** Claim of the ID token that says which groups or roles somebody has; dots lead into objects. */
        @WithDefault("groups")
        String rolesClaim();

        /** Its values that mean {@code administrator}, {@code operator}, {@code viewer} or {@code user} here. */
        Map<String, List<String>> roles();
    }
}
