package xundang.desktop.sync.sim;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What stands between the server and its database: commits fail because the disk is full, or the process dies before or after one. */
final class ServerDisk implements DataSource {
    private final DataSource base;
    private int commitsToCrash;
    private boolean crashAfter;
    private boolean full;

    ServerDisk(DataSource base) {
        this.base = base;
    }

    /** The server dies at the n-th commit from now on, before it or just after it. */
    void crashAtCommit(int commits, boolean after) {
        commitsToCrash = commits;
        crashAfter = after;
    }

    void full(boolean isFull) {
        full = isFull;
    }

    void heal() {
        commitsToCrash = 0;
        full = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = base.getConnection();
        return (Connection) Proxy.newProxyInstance(
                ServerDisk.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void commit(Connection connection) throws SQLException {
        boolean crash = commitsToCrash > 0 && --commitsToCrash == 0;
        if (crash && !crashAfter) {
            throw new SimCrash("server before commit");
        }
        if (full) {
            throw new SQLException("write failed", "90031", 90031, new IOException("No space left on device"));
        }
        connection.commit();
        if (crash) {
            throw new SimCrash("server after commit");
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return base.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        base.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        base.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return base.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return base.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return base.isWrapperFor(type);
    }
}
