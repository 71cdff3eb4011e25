package dev.penstock.processor.handlers.load;

import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** The CSV files of the demo, made once from a seed: about 3 rows of 1,000 are bad, and one file lacks a column. */
record AccountFiles(Path folder, long seed) {
    static final int COUNT = 4;
    static final String OLD_FORMAT = "accounts-old-format.csv";
    static final List<String> COUNTRIES = List.of("AT", "BR", "DE", "ES", "FR", "IN", "JP", "KE", "PL", "US");
    private static final List<String> PLANS = List.of("free", "basic", "team", "enterprise");
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    static String name(int number) {
        return "accounts-" + number + ".csv";
    }

    static String table(int number) {
        return "accounts-" + number;
    }

    void prepare() throws IOException {
        for (int i = 1; i <= COUNT; i++) {
            if (!Files.exists(folder.resolve(name(i)))) {
                WholeFile.write(folder.resolve(name(i)), rows(new SplittableRandom(seed + i), 2_000 * i));
            }
        }
        WholeFile.write(folder.resolve(OLD_FORMAT), "id,country,plan,since\nA-000001,DE,free,2019-01-01\n");
    }

    private static String rows(SplittableRandom random, int count) {
        StringBuilder csv = new StringBuilder("id,country,plan,seats,cents,since\n");
        for (int i = 1; i <= count; i++) {
            boolean bad = random.nextInt(1_000) < 3;
            csv.append("A-%06d,%s,%s,%s,%d,%s\n"
                    .formatted(
                            i,
                            COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                            PLANS.get(random.nextInt(PLANS.size())),
                            bad ? "n/a" : String.valueOf(1 + random.nextInt(500)),
                            random.nextInt(1_000_000),
                            FIRST_DAY.plusDays(random.nextInt(2_500))));
        }
        return csv.toString();
    }
}
