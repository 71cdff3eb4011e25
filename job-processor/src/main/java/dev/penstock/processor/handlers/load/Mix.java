package dev.penstock.processor.handlers.load;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Priority;
import dev.penstock.processor.handlers.DemoPlaces;
import dev.penstock.processor.handlers.licences.GenerateLicences;
import dev.penstock.processor.handlers.load.catalogue.CatalogueWork;
import dev.penstock.processor.handlers.marketplace.SyncMarketplace;
import dev.penstock.processor.handlers.media.MakeThumbnails;
import dev.penstock.processor.handlers.records.ExportRecords;
import dev.penstock.processor.handlers.records.ImportRecords;
import dev.penstock.processor.handlers.telemetry.IngestTelemetry;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the demo submits, drawn from a seed. Every fifth job is one of the {@link Chores}, every twentieth is {@link CatalogueWork}; of 100 others about 32 are mails, 26 webhooks, 14 telemetry files, 12
 * pictures, 5 licence orders, 4 syncs, 3 imports and 4 exports; about 1 of 20 meets trouble, by {@link Letters},
 * {@link Hooks} and the broken files.
 *
 * <p>Not thread-safe.
 */
final class Mix {
    private static final int CHORE_EVERY = 5;
    private static final int CATALOGUE_EVERY = 20;
    private static final List<String> PRODUCTS = List.of("SOUND", "PAINT", "WRITE");

    private final SplittableRandom random;
    private final InstantSource clock;
    private final TelemetryFiles telemetry;
    private final Letters letters;
    private final Hooks hooks;
    private final Chores chores;
    private final CatalogueWork catalogue;
    private final String run;
    private long number;

    /**
     * A mix.
     *
     * @param run names this start of the demo: file names and order numbers of two starts never meet
     */
    Mix(long seed, String run, DemoPlaces places, InstantSource clock) {
        this.random = new SplittableRandom(seed);
        this.run = run;
        this.clock = clock;
        this.telemetry = new TelemetryFiles(places.telemetryInbox());
        this.letters = new Letters(random.split());
        this.hooks = new Hooks(random.split(), run);
        this.chores = new Chores(random.split(), clock);
        this.catalogue = new CatalogueWork(new SplittableRandom(seed), run);
    }

    /** The next job; the file it works on is written when this returns. */
    NewJob next() throws IOException {
        number++;
        if (number % CHORE_EVERY == 0) {
            return chores.next();
        }
        if (number % CATALOGUE_EVERY == 3) {
            return catalogue.next();
        }
        int draw = random.nextInt(100);
        if (draw < 32) {
            return letters.next();
        }
        if (draw < 58) {
            return hooks.next(number);
        }
        if (draw < 72) {
            return telemetry();
        }
        return draw < 84 ? picture() : bulk(draw);
    }

    private NewJob bulk(int draw) {
        if (draw < 89) {
            String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
            int count = chance(10) ? 20_000 : 50 * random.nextInt(1, 11);
            return NewJob.of(new GenerateLicences(product, count))
                    .runBy("licence-desk")
                    .tags(product);
        }
        if (draw < 93) {
            String account = chance(60) ? "archived" : "main";
            return NewJob.of(new SyncMarketplace(account)).bySystem().tags(account);
        }
        int file = random.nextInt(1, AccountFiles.COUNT + 1);
        if (draw < 96) {
            String name = chance(80) ? AccountFiles.OLD_FORMAT : AccountFiles.name(file);
            return NewJob.of(new ImportRecords(name, AccountFiles.table(file))).runBy("data-desk");
        }
        String country = AccountFiles.COUNTRIES.get(random.nextInt(AccountFiles.COUNTRIES.size()));
        return NewJob.of(new ExportRecords(AccountFiles.table(file), country))
                .runBy("reporting")
                .priority(Priority.LOW);
    }

    private NewJob telemetry() throws IOException {
        String file = "usage-" + run + "-" + number + ".ndjson";
        telemetry.write(file, random);
        Instant now = clock.instant();
        return NewJob.of(new IngestTelemetry(file, now.toString().substring(0, 13)))
                .bySystem();
    }

    private NewJob picture() {
        String name = PictureFiles.name(random.nextInt(1, PictureFiles.COUNT + 1));
        if (chance(20)) {
            name = random.nextBoolean() ? PictureFiles.DAMAGED : PictureFiles.NO_PICTURE;
        }
        return NewJob.of(new MakeThumbnails(name, List.of(80, 320))).runBy("catalogue");
    }

    /** Whether a thing of this many in 1,000 happens. */
    private boolean chance(int perMille) {
        return random.nextInt(1_000) < perMille;
    }
}
