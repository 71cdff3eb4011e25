package dev.penstock.stack.launcher.option;

import dev.penstock.stack.assembly.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command has which touches the data folder. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder. Default: $PENSTOCK_DATA, else 'data' beside this script.")
    @Nullable
    Path asked;

    public DataFolder folder() {
        return DataFolder.choose(asked, System.getenv());
    }
}
