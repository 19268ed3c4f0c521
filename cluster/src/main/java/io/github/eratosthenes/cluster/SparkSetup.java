package io.github.eratosthenes.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;

/**
 * Makes Spark's settings: those of spark-submit if it started the job, otherwise this machine's cores. Works around two
 * things that Spark expects and a container may lack: a user with a name, a host name that resolves.
 */
final class SparkSetup {

    /** Log4j's configuration for a JVM of ours, as a class path resource; a cluster has its own. */
    static final String LOGGING = "io/github/eratosthenes/cluster/log4j2-quiet.xml";

    private static final String MASTER = "spark.master";
    private static final String LOOPBACK = "127.0.0.1";

    /** All cores, and as many attempts at a task as on a cluster. */
    private static final String THIS_MACHINE = "local[*,4]";

    private static final String NAMELESS = "user-without-name";

    private SparkSetup() {}

    /**
     * Returns the settings of spark-submit, or else those of a run inside this JVM.
     *
     * @throws JobFailedException if this is a run inside this JVM and there is no folder for Spark's temporary files
     */
    static SparkConf conf() {
        boolean isAlone = System.getProperty(MASTER) == null;
        if (isAlone) {
            // Before the class SparkConf, whose defaults ask for it: nobody connects to this host by its name
            Utils.setCustomHostname(LOOPBACK);
        }
        if (!userHasName()) {
            UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(NAMELESS));
        }
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "eratosthenes");
        if (isAlone) {
            conf.setMaster(THIS_MACHINE);
            onLoopback(conf);
            checkTemporaryFolders(conf);
        }
        return conf;
    }

    /** Keeps the driver's ports on the loopback interface, and its web page off. */
    static void onLoopback(SparkConf conf) {
        conf.setIfMissing("spark.driver.bindAddress", LOOPBACK)
                .setIfMissing("spark.driver.host", LOOPBACK)
                .setIfMissing("spark.ui.enabled", "false");
    }

    /** Returns whether the user of this process has a name, as one with an entry in /etc/passwd has. */
    static boolean userHasName() {
        try {
            return !UserGroupInformation.getCurrentUser().getUserName().equals(NAMELESS);
        } catch (IOException e) {
            return false;
        }
    }

    /** Throws an exception if no temporary folder can be written, in which case Spark would end this JVM. */
    private static void checkTemporaryFolders(SparkConf conf) {
        StringJoiner reasons = new StringJoiner("; ");
        for (String folder : Utils.getConfiguredLocalDirs(conf)) {
            try {
                Files.delete(Files.createTempDirectory(Path.of(folder), "eratosthenes"));
                return;
            } catch (IOException e) {
                reasons.add(folder + ": " + Reason.of(e));
            }
        }
        throw new JobFailedException("Spark cannot write its temporary files: " + reasons
                + "; name another folder with -Djava.io.tmpdir=FOLDER, without a comma");
    }
}
