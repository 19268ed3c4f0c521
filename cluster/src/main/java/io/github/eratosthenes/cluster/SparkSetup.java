package io.github.eratosthenes.cluster;

import org.apache.spark.SparkConf;

/** Spark's settings: those of spark-submit where it started the job, and this machine's cores where nothing did. */
final class SparkSetup {

    /** Log4j's configuration for a JVM of ours, as a class path resource; a cluster has its own. */
    static final String LOGGING = "io/github/eratosthenes/cluster/log4j2-quiet.xml";

    private static final String LOOPBACK = "127.0.0.1";

    /** All cores, and as many attempts at a task as on a cluster. */
    private static final String THIS_MACHINE = "local[*,4]";

    private SparkSetup() {}

    /** Returns the settings of spark-submit, or else those of a run inside this JVM. */
    static SparkConf conf() {
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "eratosthenes");
        if (!conf.contains("spark.master")) {
            conf.setMaster(THIS_MACHINE);
            onLoopback(conf);
        }
        return conf;
    }

    /** Keeps the driver's ports on the loopback interface, and its web page off. */
    static void onLoopback(SparkConf conf) {
        conf.setIfMissing("spark.driver.bindAddress", LOOPBACK)
                .setIfMissing("spark.driver.host", LOOPBACK)
                .setIfMissing("spark.ui.enabled", "false");
    }
}
