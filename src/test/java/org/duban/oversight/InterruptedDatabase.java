package org.duban.oversight;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database in which something happens on another connection, and is committed, right before one
 * of the statements, or the commit, of whoever uses this one.
 */
public class InterruptedDatabase extends DelegatingDataSource {

  private final int at;
  private final Runnable happens;
  private int seen;

  /**
   * @param at before which statement, from 0; a commit counts as one
   */
  public InterruptedDatabase(DataSource database, int at, Runnable happens) {
    super(database);
    this.at = at;
    this.happens = happens;
  }

  /** Whether there were so many. */
  public boolean interrupted() {
    return seen > at;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("commit")) {
            pass();
          }
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement ? watched(statement) : result;
        });
  }

  private PreparedStatement watched(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            pass();
          }
          return call(statement, method, arguments);
        });
  }

  private void pass() {
    if (seen++ == at) {
      CompletableFuture.runAsync(happens).join();
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
