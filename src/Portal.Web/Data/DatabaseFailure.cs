using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Portal.Web.Data;

/// <summary>What an exception from the database means to the person in front of the screen.</summary>
public enum DatabaseFailureKind
{
    None,

    /// <summary>Somebody else was faster: the same key, an older version, a deadlock.</summary>
    Conflict,

    /// <summary>The database is away, full or too slow.</summary>
    Unavailable,

    /// <summary>A value that the database does not take.</summary>
    Unfit,
}

public static class DatabaseFailure
{
    /// <summary>What our own statements throw on SQL Server where a lock was not given in time.</summary>
    internal const int SqlServerLockNotGiven = 50001;

    public static DatabaseFailureKind Of(Exception? exception) => exception switch
    {
        null => DatabaseFailureKind.None,
        DbUpdateConcurrencyException => DatabaseFailureKind.Conflict,
        PostgresException postgres => OfPostgres(postgres.SqlState),
        NpgsqlException => DatabaseFailureKind.Unavailable,
        SqlException sql => OfSqlServer(sql.Number),
        TimeoutException => DatabaseFailureKind.Unavailable,
        _ => Of(exception.InnerException),
    };

    public static bool IsDuplicate(Exception? exception) => exception switch
    {
        null => false,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException sql => sql.Number is 2601 or 2627,
        _ => IsDuplicate(exception.InnerException),
    };

    /// <summary>Tables or columns are not there: the schema is of another release, or there is none.</summary>
    public static bool IsOfSchema(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn } => true,
        SqlException { Number: 207 or 208 } => true,
        _ => IsOfSchema(exception.InnerException),
    };

    /// <summary>What the database itself said; null where it was not the database.</summary>
    public static string? TextOf(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.MessageText,
        DbException database => database.Message,
        _ => null,
    };

    private static DatabaseFailureKind OfPostgres(string state) => state switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure => DatabaseFailureKind.Conflict,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.UndefinedTable
            or PostgresErrorCodes.UndefinedColumn => DatabaseFailureKind.Unavailable,
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.StringDataRightTruncation
            or PostgresErrorCodes.UntranslatableCharacter => DatabaseFailureKind.Unfit,

        // Connection exceptions, lack of resources, operator's intervention, read-only replica, system error.
        _ when state[..2] is "08" or "53" or "57" or "58" || state == PostgresErrorCodes.ReadOnlySqlTransaction =>
            DatabaseFailureKind.Unavailable,
        _ when state == PostgresErrorCodes.InvalidCatalogName => DatabaseFailureKind.Unavailable,
        _ => DatabaseFailureKind.None,
    };

    internal static DatabaseFailureKind OfSqlServer(int number) => number switch
    {
        2601 or 2627 or 547 or 1205 or 3960 => DatabaseFailureKind.Conflict,
        2628 or 8152 => DatabaseFailureKind.Unfit,
        -2 or 0 or 2 or 208 or 207 or 1222 or 4060 => DatabaseFailureKind.Unavailable,

        // The connection: not made, cut off in the middle, its time run out, a name that is not known.
        53 or 64 or 233 or 258 or 10053 or 10054 or 10060 or 10061 or 11001 => DatabaseFailureKind.Unavailable,

        // No memory, a database that is not open for want of room or files, no room for rows, none for the log.
        701 or 945 or 1105 or 9002 => DatabaseFailureKind.Unavailable,

        // Azure's words for a database that moves, is busy, or has no room for one more.
        10928 or 10929 or 40197 or 40501 or 40613 or 49918 or 49919 or 49920 => DatabaseFailureKind.Unavailable,
        SqlServerLockNotGiven => DatabaseFailureKind.Unavailable,
        _ => DatabaseFailureKind.None,
    };
}
